import ts from 'typescript';
import { LACKS } from './lacks.js';

/** Interfaces that only TypeScript has, and whose members web-features counts to. @type {Record<string, string>} */
const OWNERS = {
  ARIAMixin: 'Element',
  Body: 'Response',
  CallableFunction: 'Function',
  ChildNode: 'Element',
  DocumentOrShadowRoot: 'Document',
  HTMLHyperlinkElementUtils: 'HTMLAnchorElement',
  HTMLOrSVGElement: 'HTMLElement',
  NavigatorOnLine: 'Navigator',
  NonDocumentTypeChildNode: 'Element',
  ParentNode: 'Element',
  ReadableStreamGenericReader: 'ReadableStreamDefaultReader',
  ReadonlyArray: 'Array',
  ReadonlyMap: 'Map',
  ReadonlySet: 'Set',
};

const isBuiltIn = (/** @type {ts.Declaration} */ declaration) =>
  /\/lib\.[\w.]+\.d\.ts$/.test(declaration.getSourceFile().fileName);

/** Is it only a type there? @param {ts.Node} node */
function isType(node) {
  for (let each = node.parent; each && !ts.isStatement(each); each = each.parent)
    if (ts.isTypeNode(each) && !ts.isExpressionWithTypeArguments(each)) return true;
  return false;
}

/** The keys under which web-features may have something built in. @param {ts.Declaration} declaration @param {string} name */
function keysOf(declaration, name) {
  /** @type {ts.Node | undefined} */
  let owner = declaration.parent;
  while (owner && !ts.isInterfaceDeclaration(owner) && !ts.isVariableDeclaration(owner))
    owner = owner.parent;
  let space = '';
  for (let each = /** @type {ts.Node} */ (declaration).parent; each; each = each.parent)
    if (ts.isModuleDeclaration(each)) space = `${each.name.text}.${space}`;
  const isOwn = !owner || owner === declaration;
  if (isOwn) return [`api.${name}`, `api.Window.${name}`, `javascript.builtins.${space}${name}`];
  const given = /** @type {ts.Identifier} */ (owner?.name).text;
  const interfaceName = given.replace(/Constructor$/, '');
  const known = OWNERS[interfaceName] ?? interfaceName;
  const isStatic =
    ts.isVariableDeclaration(/** @type {ts.Node} */ (owner)) || given !== interfaceName;
  return [
    ...(isStatic ? [`api.${known}.${name}_static`] : []),
    `api.${known}.${name}`,
    `javascript.builtins.${space}${known}.${name}`,
  ];
}

/** Of what web-features does not know by its interface: does every member of that name come too late? @type {Map<string, boolean>} */
const LATE_NAMES = new Map();
for (const [key, lacking] of LACKS) {
  const name =
    key
      .split('.')
      .at(-1)
      ?.replace(/_static$/, '') ?? '';
  if (/^(?:api|javascript)\./.test(key))
    LATE_NAMES.set(name, (LATE_NAMES.get(name) ?? true) && lacking.length > 0);
}

/**
 * What TypeScript sources use of the browser and of the language that one of the oldest browsers lacks, by its type: so a method
 * of ours with the same name is none.
 *
 * @param {readonly string[]} files
 * @param {ts.CompilerOptions} options
 * @returns {Map<string, string[]>} places by key
 */
export function newerApis(files, options) {
  const program = ts.createProgram([...files], options);
  const checker = program.getTypeChecker();
  /** @type {Map<string, string[]>} */
  const found = new Map();
  /** @param {string} key @param {ts.Node} node */
  const add = (key, node) => {
    const source = node.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.set(key, [...(found.get(key) ?? []), `${source.fileName}:${line + 1}`]);
  };
  const visit = (/** @type {ts.Node} */ node) => {
    ts.forEachChild(node, visit);
    if (!ts.isIdentifier(node) || isType(node)) return;
    for (const declaration of checker.getSymbolAtLocation(node)?.declarations ?? []) {
      if (!isBuiltIn(declaration)) continue;
      const name = node.text;
      const isMade = ts.isNewExpression(node.parent) && node.parent.expression === node;
      const keys = [...keysOf(declaration, name), ...(isMade ? [`api.${name}.${name}`] : [])];
      const known = keys.filter((key) => LACKS.has(key));
      for (const key of known) if (LACKS.get(key)?.length) add(key, node);
      if (!known.length && LATE_NAMES.get(name)) add(`? ${name}`, node);
    }
  };
  const wanted = new Set(files);
  for (const source of program.getSourceFiles()) if (wanted.has(source.fileName)) visit(source);
  return found;
}

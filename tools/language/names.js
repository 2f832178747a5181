// Names of people and places, collected by hand: some for training, others for measuring.

export const NAMES = `
Mohammed Hassan Ali Fatima Ahmed Maria Anna Karin Erik Lars Yusuf Amina Abdi Warsame Tesfaye Haile
Berhane Selam Reza Hosseini Zahra Karimi Ahmadi Noori Rahimi Olena Kovalenko Ivan Petrenko Dmitri
Volkov Natalia Kowalski Nowak Popescu Ionescu Hodzic Petrovic Kovacevic Krasniqi Berisha Nguyen Tran
Somchai Singh Sharma Khan Hussain Rahman Garcia Fernandez Rodriguez Silva Santos Müller Schmidt Dubois
Martin Rossi Ferrari Yilmaz Demir Kaya Omar Ibrahim Layla Mariam Samir Aziz Abdullahi Farah Hodan Ayaan
Ismail Jama Mahamud Nur Osman Sahra Yasin Hirsi Dahir Guled Khadija Halima Idil Asha Bashir Cabdi
Abebe Kebede Mulugeta Getachew Alem Tsegaye Bekele Hirut Mekonnen Desta Gebre Weldu Yohannes Mehari
Filmon Kidane Tewolde Abrahet Senait Merhawi Ghirmay Okubay Negash Habtom Luwam Eden Rahwa
Alizada Mohammadi Nazari Jafari Sultani Haidari Rezai Moradi Akbari Sadat Habibi Wardak Popal Stanekzai
Gul Zabihullah Najibullah Farzana Shabnam Mursal Parwin Hamid Farhad Behnaz Golnaz Shirin Kaveh Arash
Nasrin Mahsa Sepideh Leila Ghasemi Tehrani Kazemi Azizi Rostami Barzani Talabani Rojda Dilan Berivan
Azad Sherko Rebwar Hawre Shilan Zilan Serhat Mehmet Ayşe Fatma Emine Mustafa Özgür Çelik Şahin Öztürk
Aydın Arslan Doğan Kılıç Yıldız Koç Kurt Aksoy Abdulrahman Khaled Mahmoud Nasser Walid Rania Nour
Hiba Rasha Bassam Tareq Ghassan Yazan Qusay Al-Masri Al-Hassan Haddad Khoury Darwish Shaheen Mansour
Hamdan Saleh Zaid Yaser Suleiman Issa Mousa Kassem Najjar Oleksandr Serhiy Andriy Kateryna Yulia Oksana
Iryna Tetyana Bohdan Taras Shevchenko Bondarenko Tkachenko Melnyk Kravchenko Lysenko Savchenko Moroz
Vladimir Sergey Tatiana Svetlana Olga Ivanov Smirnov Kuznetsov Popov Sokolov Goran Dragan Milan Jelena
Milica Zoran Vesna Nikolić Jovanović Marković Babić Hadžić Begović Delić Suljić Adnan Amra Edin Emina
Arben Besnik Dritan Shpresa Valbona Hoxha Gashi Shala Bytyqi Rexhepi Andrei Mihai Ioana Elena Gheorghe
Radu Stoica Dumitru Constantin Wojciech Katarzyna Agnieszka Małgorzata Zieliński Wiśniewska Lewandowski
Thanh Huong Phuong Linh Duc Pham Hoang Vu Siriporn Nattapong Kanya Malee Suchada Wongsawat Chaiyaporn
Rosario Cruz Reyes Bautista Jomar Marites Ramos Dela Aquino Villanueva Priya Rajesh Sunita Anil Deepak
Kavitha Lakshmi Venkat Reddy Iyer Nair Patel Gupta Verma Kumar Begum Akter Chowdhury Hossain Tahmina
Ayesha Imran Bilal Shazia Tariq Malik Qureshi Chaudhry Nadeem Juma Mwangi Wanjiku Otieno Kamau Achieng
Chukwu Okafor Adeyemi Ngozi Emeka Oluwaseun Kwame Abena Mensah Diallo Traoré Keita Camara Fofana Wei
Zhang Xiaoming Liu Yang Chen Huang Tanaka Suzuki Kim Park Choi Carlos Alejandro Guadalupe Ximena
Stockholm Göteborg Malmö Uppsala Västerås Linköping Helsingborg Lund Kabul Mogadishu Asmara Aleppo
Damaskus Bagdad Kyiv Ankara Tirana Belgrad Bangkok Manila Storgatan Kungsgatan Migrationsverket
Skatteverket Facebook WhatsApp Gmail Swedbank Hargeisa Kismayo Bosaso Garowe Keren Massawa Dekemhare
Mekelle Gondar Herat Kandahar Mashhad Isfahan Tabriz Kirkuk Sulaymaniyah Duhok Qamishli Raqqa Idlib
Homs Latakia Kharkiv Odesa Lviv Zaporizjzja Diyarbakır Gaziantep Prishtina Sarajevo Mostar Novi Sad
Kraków Gdańsk Cluj Timișoara Hanoi Saigon Chiang Mai Cebu Davao Mumbai Lahore Peshawar Karachi Dhaka
Nairobi Mombasa Kampala Lagos Accra
`
  .trim()
  .split(/\s+/);

export const OTHER_NAMES = `
Abukar Sharmarke Ifrah Fardowsa Nimco Mohamud Liban Hibaaq Ubah Salaad Roble Geedi Mulki Yonas Zemene
Biniam Ermias Feruz Ghebremedhin Hagos Letebrhan Mebrahtu Saba Tsehaye Wedi Worku Zewdie Almaz Aster
Dawit Girma Hiwot Kidist Tadesse Wondimu Esmail Ghulam Hafizullah Khatera Latifa Mirwais Nooria Qasim
Roya Samim Shukria Tamim Yalda Zohra Amiri Faizi Ghafari Hakimi Yousufzai Babak Darius Elham Farshid
Kamran Mehrdad Niloufar Parisa Shahrzad Siavash Bahrami Ebrahimi Farahani Najafi Sharifi Heval Jiyan
Newroz Rojin Siyabend Zelal Evin Kawa Nechirvan Shno Hüseyin Zeynep Elif Merve Büşra Erdoğan Korkmaz
Güneş Polat Yıldırım Taş Abdelkader Anas Dima Fadi Ghada Haitham Jamal Lina Maher Nizar Oday Rami Sawsan
Taha Wissam Yara Al-Khatib Al-Rashid Barakat Fakhoury Ghanem Jaber Kanaan Masoud Obeid Qaddour Sabbagh
Tawil Zaher Artem Daryna Halyna Ihor Lesia Mykola Nadiya Roksolana Solomiya Vasyl Yaroslav Zoryana
Hrytsenko Kovalchuk Marchenko Oliynyk Panchenko Rudenko Stepanenko Tymoshenko Anatoly Boris Evgenia
Galina Maksim Nikita Pavel Yegor Zinaida Fyodorov Gorbunov Kozlov Lebedev Morozov Ana Bojan Danijela
Dušan Ljiljana Mirjana Nenad Predrag Slavica Tihomir Đorđević Ilić Lukić Pavlović Stanković Alma Fikret
Haris Jasmina Mirza Nermin Senad Afrim Blerta Driton Fatmir Lindita Mimoza Naim Osmani Thaçi Vjosa
Adrian Bogdan Cătălin Daniela Florin Gabriela Laurențiu Răzvan Ștefan Munteanu Dragomir Vasilescu
Bartosz Dorota Grzegorz Iwona Jakub Krzysztof Łukasz Piotr Zbigniew Dąbrowski Kamiński Szymański
Wójcik Bao Dung Hanh Khanh Minh Ngoc Quang Thuy Tuyet Vinh Apinya Chalerm Kittisak Ploy Rattana Thaksin
Araceli Benigno Cristina Danilo Emmanuel Jocelyn Lourdes Maricel Rodel Abhishek Bhavana Chandra Gaurav
Harpreet Jyoti Manoj Neha Ramesh Shreya Vikram Banerjee Chatterjee Desai Mehta Mukherjee Rao Afroza
Jahangir Kamrul Nasima Rubina Shafiq Asif Farooq Humaira Javed Kashif Sana Zubair Akinyi Barasa
Chebet Kiprono Mutua Njeri Odhiambo Wambui Chidi Ifeoma Nnamdi Obinna Tunde Yetunde Akosua Kofi Yaw
Aminata Boubacar Mamadou Ousmane Seydou Guo Lijuan Ming Xu Zhao Haruto Sakura Jin Soo Aguilar Beatriz
Cordero Esperanza Gonzalo Ignacio Jimena Lorenzo Marisol Nicolás Paloma Quintero Salazar Teresa
Abdulkadir Berbera Burao Baidoa Adigrat Axum Barentu Mendefera Jalalabad Mazar Ghazni Kunduz Shiraz
Ahvaz Zahedan Mosul Basra Erbil Najaf Hasakah Deir Daraa Tartus Dnipro Kherson Mykolaiv Poltava Mardin
Batman Urfa Konya Gjakova Peja Tetovo Zenica Tuzla Subotica Łódź Wrocław Iași Brașov Hué Phuket Iloilo
Chennai Kolkata Quetta Multan Sylhet Kisumu Eldoret Kano Kumasi Bamako Borlänge Eskilstuna Gävle
Hudiksvall Jönköping Kalmar Luleå Norrköping Skellefteå Sundsvall Trollhättan Växjö Örnsköldsvik
`
  .trim()
  .split(/\s+/);

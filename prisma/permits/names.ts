// Invented holders: common given names and surnames of each nationality, spelled as passports do.

type People = { weight: number; female: string; male: string; surnames: string };
const slavic = "Ivanov Petrov Sidorov Kuznetsov Popov Volkov Sokolov Morozov Lebedev Kozlov Novikov Orlov Belov Zaytsev Tarasov Bondarenko";
const turkic =
  "Rahimov Karimov Aliyev Mammadov Hasanov Nazarov Yusupov Ismailov Saidov Tursunov Annayev Berdiyev Orazov Atayev Durdyyev Ergashev";
const arabic =
  "Al Ahmad|Al Hasan|Al Masri|Al Shami|Haddad|Khoury|Al Jabouri|Najjar|Sabbagh|Darwish|Hamdan|Al Khatib|Saleh|Mansour|Aziz|Shahin";

/** Shares after the published ranking of nationalities; figures invented. */
export const peoples: Record<string, People> = {
  SYR: {
    weight: 24,
    female: "Fatima Aisha Maryam Nour Rima Hala Zeinab Samar",
    male: "Mohammad Ahmad Khaled Omar Youssef Mahmoud Ibrahim Hussein Ali Abdullah",
    surnames: arabic,
  },
  RUS: {
    weight: 8,
    female: "Ekaterina Anastasia Natalia Olga Irina Tatiana Yulia Aleksandra",
    male: "Dmitriy Aleksandr Sergey Andrey Maksim Ivan Nikolay Alexey",
    surnames: slavic,
  },
  TKM: {
    weight: 11,
    female: "Ogulgerek Maral Gulshat Aynabat Jeren Bahar Sona Leyli",
    male: "Maksat Begench Dovlet Serdar Merdan Kerim Batyr Yhlas",
    surnames: turkic,
  },
  UZB: {
    weight: 7,
    female: "Dilnoza Nigora Malika Gulnora Shahnoza Zulfiya Feruza Kamola",
    male: "Shavkat Jasur Bekzod Otabek Sherzod Ulugbek Rustam Aziz",
    surnames: turkic,
  },
  AZE: {
    weight: 5,
    female: "Aygun Leyla Gunel Sevinj Nigar Aysel Lala Turkan",
    male: "Elchin Rashad Vugar Orkhan Elnur Farid Samir Tural",
    surnames: turkic,
  },
  KGZ: {
    weight: 6,
    female: "Aizada Nurgul Gulzat Cholpon Meerim Aida Begimai Jyldyz",
    male: "Nurlan Azamat Bakyt Ulan Talant Ermek Kubanych Daniyar",
    surnames: turkic,
  },
  KAZ: {
    weight: 3,
    female: "Aigerim Dinara Saltanat Zhanna Madina Assel Aliya Gulnar",
    male: "Nursultan Yerlan Arman Daulet Askhat Timur Marat Bolat",
    surnames: turkic,
  },
  UKR: {
    weight: 5,
    female: "Oksana Kateryna Yana Nataliya Svitlana Viktoriya Iryna Olena",
    male: "Oleksandr Andriy Serhiy Vitaliy Mykola Taras Bohdan Yuriy",
    surnames: slavic,
  },
  GEO: {
    weight: 5,
    female: "Nino Tamar Mariam Ketevan Ana Natia Eka Lela",
    male: "Giorgi Levan Davit Irakli Zurab Nika Luka Tornike",
    surnames: "Beridze Kapanadze Gelashvili Maisuradze Giorgadze Lomidze Tsiklauri Kvaratskhelia Bolkvadze Khutsishvili",
  },
  IRN: {
    weight: 5,
    female: "Zahra Maryam Sara Narges Shirin Parisa Elham Leila",
    male: "Reza Mohammad Ali Hossein Mehdi Amir Saeed Babak",
    surnames: "Hosseini Ahmadi Mohammadi Karimi Rezaei Moradi Jafari Rahimi Hashemi Sadeghi Ebrahimi Akbari",
  },
  CHN: {
    weight: 4,
    female: "Li Fang Xiu Mei Yan Jing Ying Hui",
    male: "Wei Jun Qiang Lei Tao Xiang Gang Peng",
    surnames: "Wang Zhang Liu Chen Yang Huang Zhao Zhou Xu Sun Guo Xiao",
  },
  IND: {
    weight: 4,
    female: "Priya Anjali Kavita Sunita Neha Pooja Divya Meena",
    male: "Rajesh Amit Sanjay Rahul Vikram Sunil Arjun Deepak",
    surnames: "Sharma Singh Patel Kumar Gupta Verma Reddy Nair Mehta Joshi Khan Das",
  },
  NPL: {
    weight: 3,
    female: "Sita Gita Anita Sarita Bimala Kamala Sushma Rupa",
    male: "Ram Krishna Bishnu Suresh Dipak Prakash Hari Santosh",
    surnames: "Gurung Tamang Thapa Rai Magar Shrestha Adhikari Karki Limbu Bhattarai",
  },
  PHL: {
    weight: 2,
    female: "Maria Angela Rosalie Jennifer Marites Cristina Grace Liza",
    male: "Jose Mark Angelo Ramon Jerome Ernesto Carlo Rafael",
    surnames: "Santos Reyes Cruz Bautista Garcia Mendoza Ramos Aquino Dela|Cruz Villanueva".replaceAll(" ", "|"),
  },
  IDN: {
    weight: 2,
    female: "Dewi Sri Ayu Wayan Putri Kadek Ratna Indah",
    male: "Agus Budi Made Putu Ketut Nyoman Eko Hendra",
    surnames: "Wijaya Saputra Santoso Pratama Hidayat Kusuma Nugroho Setiawan Sari Lestari",
  },
  AFG: {
    weight: 3,
    female: "Zarghona Farida Shukria Nasima Laila Roya Soraya Palwasha",
    male: "Abdul Mohammad Ghulam Najib Farhad Zalmai Hamid Karim",
    surnames: "Rahmani Noori Haidari Karimi Sharifi Ahmadzai Stanekzai Popal Azizi Amiri",
  },
  PAK: {
    weight: 2,
    female: "Ayesha Fatima Sana Hina Nadia Rabia Saima Amna",
    male: "Muhammad Usman Bilal Imran Hassan Faisal Tariq Adnan",
    surnames: "Khan Ahmed Malik Hussain Butt Chaudhry Qureshi Sheikh Raza Iqbal",
  },
  DEU: {
    weight: 2,
    female: "Anna Julia Katharina Sabine Claudia Lena Elif Melanie",
    male: "Thomas Michael Stefan Andreas Markus Jan Murat Christian",
    surnames: "Müller Schmidt Schneider Fischer Weber Wagner Becker Hoffmann Yılmaz Öztürk",
  },
  BGR: {
    weight: 1,
    female: "Aylin Gülşen Mariya Elena Ivanka Desislava Sevda Ayşe",
    male: "Mehmet Georgi Dimitar Şaban Hristo Hüseyin Plamen Stoyan",
    surnames: "Ivanov Georgiev Dimitrov Çakır Şen Hasanov Topçu Petrov Güneş Kılıç",
  },
  MAR: {
    weight: 1,
    female: "Khadija Salma Imane Hanane Fatima Ghita Loubna Naima",
    male: "Youssef Rachid Hicham Karim Mustapha Said Anas Hamza",
    surnames: "Benali|El Amrani|Alaoui|Bennani|Chraibi|El Idrissi|Tazi|Berrada",
  },
};

const surnameLists = new Map(
  Object.entries(peoples).map(([code, { surnames }]) => [code, surnames.split(surnames.includes("|") ? "|" : " ")]),
);
const givenLists = new Map(
  Object.entries(peoples).map(([code, { female, male }]) => [code, { female: female.split(" "), male: male.split(" ") }]),
);

export const surnamesOf = (code: string): readonly string[] => surnameLists.get(code) ?? [];
export const givenNamesOf = (code: string, sex: "female" | "male"): readonly string[] => givenLists.get(code)?.[sex] ?? [];

/** In "-ov" countries a woman's surname has its own ending. */
export const surnameFor = (surname: string, female: boolean): string =>
  female && /(ov|ev|yev|in)$/.test(surname) ? `${surname}a` : surname;

/** A second given name or a father's name makes names as many as in life; stems that nobody in particular bears. */
const firstSyllables =
  "Ab Ak Al Ar As Az Ba Be Bo Da De Du El Er Fa Fe Ga Gu Ha He Il Is Ja Ka Ke Ku La Le Ma Me Mu Na Ne Nu Or Os Pa Ra Re Ro Sa Se Shi Su Ta Te Tu Um Va Ve Ya Yo Za Ze".split(
    " ",
  );
const middleSyllables = "ba be di do fi ga gi ha ja ka ki la le li ma me mi na ne ni ra re ri ro sha shi ta te ti va vi za".split(" ");
const lastSyllables = "bek dar din fer gul han jan kan la lin man mir nar nur ra rat rin sha tan zad".split(" ");

export const madeNameCount = firstSyllables.length * middleSyllables.length * lastSyllables.length;

export function madeName(index: number): string {
  const last = index % lastSyllables.length;
  const middle = Math.floor(index / lastSyllables.length) % middleSyllables.length;
  const first = Math.floor(index / lastSyllables.length / middleSyllables.length) % firstSyllables.length;
  return `${firstSyllables[first]}${middleSyllables[middle]}${lastSyllables[last]}`;
}

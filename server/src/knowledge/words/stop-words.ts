import { LANGUAGES } from '../languages.ts';
import type { Language } from '../languages.ts';

/**
 * Words that say nothing about a question's topic: function words, and the courtesies of customer mail.
 * Written without accents, as `terms` compares them.
 */
const LISTS: Record<Language, string> = {
  en: `a about above after again all also always am an and any anyone anything are aren arent as ask at away be
    because been before being but by can cannot cant come could couldn couldnt dear did didn didnt do does
    doesn doesnt doing don done dont each else even ever every few for from further get gets getting give go
    going good got great had has hasn hasnt have haven havent having he hello help her here hers hey hi him
    his hope how i id if ill im in into is isn isnt it its ive just kind kindly know let lets like ll look
    looking lot made make many may maybe me might more most much must my myself need needed new no nor not now of off
    ok okay on once one only or other our out over own per please possible question quick re really regards
    right said same say see seem shall she should since so some someone something soon still such sure take
    tell than thank thanks that thats the their them then there these they thing things think this those
    through to today told too under until up us use used using ve very via want wanted was wasnt way we well
    were what whats when where whether which while who whom why will wish with without wonder wondering wont
    would wouldnt yes yet you your yours item items another waiting wait today yesterday product products pair pairs stuff`,
  es: `a ahora al algo alguien algun alguna algunas algunos ante antes aqui asi aun aunque ayuda ayudar ayer bien buen buena buenas
    bueno buenos cada como con cordial cual cuales cualquier cuando cuanta cuantas cuanto cuantos de deberia debo
    decir del desde donde dos durante e el ella ellas ellos en entonces entre era es esa esas ese eso
    esos esta estaba estan estar estas este esto estos estoy favor fue fueron gracias gustaria ha haber habia
    hace haceis hacen hacer hago han has hasta hay haya he hemos hola hoy igual ir la las le les lo los mas me mi mis
    mismo mucha muchas mucho muchos muy nada necesito ni no nos nosotros nuestra nuestro nueva nuevo o os otra
    otras otro otros para parece pero podeis poder podria podrian podriais por porque pregunta puede pueden puedo
    pues que quiero quisiera saber saludo saludos se sea ser si sido sin sobre sois solo somos son soy su
    sus tambien tan tanto tarda tardar te tenemos teneis tener tengo ti tiene tienen todo todos tras tu tus un una unas uno
    unos usted ustedes va vale van vez voy vuestra vuestro y ya yo articulo articulos producto productos par`,
  fr: `a afin ai aide aider aie alors apres as assez au aucun aujourd aura aurais aussi autre autres aux avant avec
    avez avoir avons beaucoup bien bonjour bonsoir c ca car ce cela celle celui ces cet cette chez ci combien
    comme comment cordialement d dans de depuis des deux devez devoir dire dois doit donc dont du elle elles en encore
    entre est et etais etait etant ete etes etre eu fait faire faut hui il ils j jai je jour jours jusqu l la le les
    leur leurs lui m ma mais me merci mes moi mon n ne ni nos notre nous on ont ou oui par parce pas pendant
    permet peu peut peuvent peux plait plus plusieurs possible pour pourquoi pourrais pourriez pouvez puis puisje qu quand que quel quelle
    quelles quels question qui quoi s sa salut sans se sera ses si sil sinon son sont sous souhaite suis sur t ta
    te tes toi ton toujours tous tout toute tres trop tu un une vers veux voici voir vos votre voudrais vous y article articles produit produits paire`,
  de: `aber alle allem allen aller alles als also am an andere auch auf aus bei beim bekomme bekommen bin bis bist bitte brauche
    da damit danke dann darf das dass dein deine dem den denn der des deshalb dich die dies diese diesem
    diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch euer eure
    frage freundliche fur ganz gar geben gern gerne gehen geht gibt grusse gruss guten hab habe haben haette hallo hat hatte hatten
    helfen heute hier hilfe hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jeder jetzt
    kann kannst kein keine keinen konnen konnten konnte lange lieber mal man mein meine meinem meinen meiner mich mir
    mit mochte moglich morgen muss mussen nach nein nicht nichts noch nun nur ob oder ohne schon sehr sein
    seine seit sich sie sind so soll sollte sondern tag tage uber um und uns unser unsere unter viel vielen
    vom von vor wann war waren warum was wegen weil welche welchem welchen welcher welches wenn wer werde
    werden wie wieder wieviel will wir wird wo wollen wurde wurden zu zum zur zwei artikel produkt produkte paar`,
  pt: `a agora ai ainda ajuda ajudar algo alguem algum alguma ao aos apos aquele aqui as assim ate bem boa boas
    bom cada com como consigo cordiais da dar das de depois desde dia dias do dois dos e ela ele eles em entre
    era essa esse esta estao estar estas este estou eu faco faz fazer favor foi foram gostaria ha hoje isso
    isto ja la lhe mais mas me mesmo meu meus minha minhas muito muita muitos na nao nas nem nenhum no nos
    nossa nosso nova novo num numa o obrigada obrigado oi ola onde os ou outra outro para pela pelo pergunta
    perguntar pode podem poderia por porque posso pra preciso qual quais qualquer quando quanto quantos que
    quem quero queria saber saudacoes se seja sem ser seu seus sim so sobre sou sua suas tambem tao te tem temos tenho ter
    teu tive todos tudo um uma umas uns vai voce voces vos vou produto produtos item itens par`,
};

const SETS: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  LANGUAGES.map((language) => [language, new Set(LISTS[language].split(/\s+/))]),
);

/** Whether a word, lower case and without accents, is a stop word. */
export function isStopWord(word: string, language: Language): boolean {
  return SETS.get(language)?.has(word) ?? false;
}

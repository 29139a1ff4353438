/** What the page says in its own words; Web Chat brings its own. */
const strings = {
  en: {
    locale: 'en-US',
    tagline: 'Answers from articles, each with the sentences that prove it.',
    articles: 'Articles',
    anew: 'New conversation',
    other: 'Français',
    otherLabel: 'Afficher cette page en français',
    chat: 'Conversation with the bot',
    lost: 'The server does not answer. Trying again…',
    slow: 'There are too many requests at the moment. Trying again…',
    began: 'The last conversation is over, so this is a new one.',
    broken: 'The chat could not be loaded. Reload the page.'
  },
  fr: {
    locale: 'fr-FR',
    tagline: 'Des réponses tirées d’articles, chacune avec les phrases qui la prouvent.',
    articles: 'Articles',
    anew: 'Nouvelle conversation',
    other: 'English',
    otherLabel: 'Show this page in English',
    chat: 'Conversation avec le bot',
    lost: 'Le serveur ne répond pas. Nouvel essai en cours…',
    slow: 'Il y a trop de demandes en ce moment. Nouvel essai en cours…',
    began: 'La dernière conversation est terminée ; en voici une nouvelle.',
    broken: 'La conversation n’a pas pu être chargée. Rechargez la page.'
  }
};

const kept = 'summit.language';

/** The language of the page: of the address, of the last choice, of the browser; English where it speaks neither. */
export function readLanguage() {
  const wanted = [new URLSearchParams(location.search).get('lang'), localStorage.getItem(kept), ...navigator.languages];
  return wanted.map(tag => tag?.slice(0, 2).toLowerCase()).find(code => code in strings) ?? 'en';
}

/** Keeps a choice, and shows it in the address. */
export function keepLanguage(code) {
  localStorage.setItem(kept, code);
  const address = new URL(location);
  address.searchParams.set('lang', code);
  history.replaceState(null, '', address);
}

export function stringsIn(code) {
  return strings[code];
}

export function otherThan(code) {
  return code === 'fr' ? 'en' : 'fr';
}

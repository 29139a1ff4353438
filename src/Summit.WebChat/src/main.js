import { createConnection } from './connection.js';
import { keepLanguage, otherThan, readLanguage, stringsIn } from './strings.js';
import { styleOptions } from './theme.js';

const nonce = document.querySelector('meta[name=csp-nonce]').content;
const darkness = matchMedia('(prefers-color-scheme: dark)');
const byId = id => document.getElementById(id);
let language = readLanguage();
let state = 'online';
let client, store, connection, hasAsked;

translate();
load(document.querySelector('script[data-webchat]').dataset.webchat).then(start, () => show('broken'));

function load(source) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src: source, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}

function start() {
  connection = createConnection({ create: WebChat.createDirectLine, locale: () => stringsIn(language).locale, onClient, onState: show });
  byId('anew').addEventListener('click', () => connection.anew());
  byId('language').addEventListener('click', switchLanguage);
  darkness.addEventListener('change', render);
  connection.open();
}

function onClient(next) {
  client = next;
  hasAsked = false;
  store = WebChat.createStore({}, ({ dispatch }) => pass => action => {
    if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
      const { activity } = action.payload;
      if (activity.type === 'messageDelete') return dispatch({ type: 'DIRECT_LINE/DELETE_ACTIVITY', payload: { activityID: activity.id } });
      hasAsked ||= activity.from?.role === 'user';
    }
    return pass(action);
  });
  render();
}

function render() {
  if (!client) return;
  WebChat.renderWebChat({
    directLine: client, store, locale: stringsIn(language).locale, nonce, styleOptions: styleOptions(darkness.matches), username: ''
  }, byId('chat'));
}

function switchLanguage() {
  language = otherThan(language);
  keepLanguage(language);
  translate();
  // A greeting that nobody has answered is said again in the language that was chosen.
  if (hasAsked) render();
  else connection.anew();
}

function translate() {
  const text = stringsIn(language);
  document.documentElement.lang = language;
  byId('tagline').textContent = text.tagline;
  byId('anew').textContent = text.anew;
  byId('articles').textContent = text.articles;
  byId('articles').href = `/articles?lang=${language}`;
  Object.assign(byId('language'), { textContent: text.other, lang: otherThan(language), ariaLabel: text.otherLabel });
  byId('chat').ariaLabel = text.chat;
  show(state);
}

function show(next) {
  state = next;
  const notice = byId('notice');
  notice.textContent = next === 'online' ? '' : stringsIn(language)[next];
  notice.hidden = next === 'online';
}

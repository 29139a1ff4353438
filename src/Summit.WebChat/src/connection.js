/**
 * The conversation with the bot over its own Direct Line: kept for as long as the tab, begun anew when the server no longer has it.
 */
const domain = `${location.origin}/v3/directline`;
const kept = 'summit.conversation';
const Online = 2, ExpiredToken = 3, FailedToConnect = 4, Ended = 5;
const longestWait = 10_000;

/**
 * @param {object} options
 * @param {(options: object) => object} options.create makes a Direct Line client
 * @param {() => string} options.locale tells the locale in which a conversation begins
 * @param {(client: object) => void} options.onClient is given each client, to show its conversation
 * @param {(state: 'online'|'lost'|'slow'|'began') => void} options.onState is told how the connection is
 */
export function createConnection({ create, locale, onClient, onState }) {
  let client, subscription, attempt = 0;

  addEventListener('pagehide', keep);
  watchStreams(address => client?.conversationId && address.includes(client.conversationId) && check(client));
  return { open, anew };

  /** Goes on with the conversation of this tab, or begins one. */
  function open() {
    const last = read();
    if (last) use(last);
    else return begin(false);
  }

  /** Begins a conversation because the user wants one. */
  function anew() {
    return begin(false);
  }

  async function begin(isUnasked) {
    const mine = ++attempt;
    close();
    sessionStorage.removeItem(kept);
    for (let wait = 500; mine === attempt; wait = Math.min(2 * wait, longestWait)) {
      const { token, retryAfter } = await generate();
      if (mine !== attempt) return;
      if (token) {
        onState(isUnasked ? 'began' : 'online');
        use({ token });
        return;
      }
      onState(retryAfter ? 'slow' : 'lost');
      await new Promise(resolve => setTimeout(resolve, Math.max(wait, retryAfter)));
    }
  }

  /** The stream has closed: tells the user while the server is away, and begins anew if it no longer has the conversation. */
  async function check(mine) {
    for (let wait = 0; mine === client; wait = 2000) {
      await new Promise(resolve => setTimeout(resolve, wait));
      if (mine !== client) return;
      const status = await statusOf(mine);
      if (mine !== client) return;
      if (status === 200) return onState('online');
      if (status === 401 || status === 403 || status === 404) return begin(true);
      onState(status === 429 ? 'slow' : 'lost');
    }
  }

  async function statusOf({ token, conversationId }) {
    try {
      const headers = { Authorization: `Bearer ${token}` };
      return (await fetch(`${domain}/conversations/${conversationId}`, { headers, signal: AbortSignal.timeout(longestWait) })).status;
    } catch {
      return 0;
    }
  }

  async function generate() {
    try {
      const response = await fetch(`${domain}/tokens/generate`, { method: 'POST', signal: AbortSignal.timeout(longestWait) });
      if (response.ok) return { token: (await response.json()).token, retryAfter: 0 };
      return { retryAfter: response.status === 429 ? 1000 * Number(response.headers.get('Retry-After')) : 0 };
    } catch {
      return { retryAfter: 0 };
    }
  }

  function use(conversation) {
    close();
    client = create({ ...conversation, domain, conversationStartProperties: { locale: locale() } });
    subscription = client.connectionStatus$.subscribe(status => {
      if (status === Online) {
        keep();
      } else if (status === ExpiredToken || status === FailedToConnect || status === Ended) {
        // A client that has ended stays so; without waiting, since it tells it while it is being called.
        setTimeout(() => begin(true));
      }
    });
    onClient(client);
  }

  function close() {
    subscription?.unsubscribe();
    client?.end();
    client = undefined;
  }

  function keep() {
    if (client?.conversationId) sessionStorage.setItem(kept, JSON.stringify({ token: client.token, conversationId: client.conversationId }));
  }

  function read() {
    try {
      return JSON.parse(sessionStorage.getItem(kept));
    } catch {
      return null;
    }
  }
}

/** A Direct Line client tells nobody that its stream has closed until it tries again, seconds later; that of one which was left may close after the next has begun. */
function watchStreams(onClose) {
  window.WebSocket = class extends WebSocket {
    constructor(...of) {
      super(...of);
      this.addEventListener('close', () => onClose(this.url));
    }
  };
}

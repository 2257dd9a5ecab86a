// What a server-sent event changes in the state. Plain functions: state and event in, state out.

export function applyEvent(state, kind, data) {
  if (kind === "state") return data;
  if (!state) return state;
  if (kind === "phone") return withPhone(state, data.id, (phone) => ({ ...phone, ...merged(phone, data) }));
  if (kind === "chat") return withPhone(state, data.phone, (phone) => withChat(phone, data.chat));
  if (kind === "feed" || kind === "relay" || kind === "tour") return { ...state, [kind]: data };
  return state;
}

function withPhone(state, id, change) {
  const phones = state.phones.map((phone) => (phone.id === id ? change(phone) : phone));
  return { ...state, phones };
}

function merged(phone, data) {
  const known = new Map(phone.chats.map((chat) => [chat.id, chat]));
  const chats = data.chats.map((chat) => ({
    messages: [],
    ...known.get(chat.id),
    ...chat,
    ...(chat.messages?.length ? {} : { messages: known.get(chat.id)?.messages ?? [] }),
  }));
  return { ...data, chats };
}

function withChat(phone, chat) {
  const known = phone.chats.some((one) => one.id === chat.id);
  const chats = known
    ? phone.chats.map((one) => (one.id === chat.id ? { ...one, ...chat } : one))
    : [...phone.chats, chat];
  return { ...phone, chats };
}

// What the page says before there is a core, or when the core does not open. Everything else that it says comes from the core.

const WORDS = {
  it: {
    loading: "Un momento…", emergency: "Per le emergenze chiama il 112.", retry: "Riprova",
    Locked: "La pagina è già aperta in un'altra scheda. Chiudila e riprova.",
    Outdated: "Questa pagina è troppo vecchia. Ricaricala.",
    StorageFull: "Non c'è più spazio sul dispositivo. Libera spazio e riprova.",
    Untrusted: "Questa pagina non è autentica. Non usarla.",
    other: "La pagina non si apre. Riprova.",
  },
  en: {
    loading: "One moment…", emergency: "In an emergency call 112.", retry: "Try again",
    Locked: "The page is already open in another tab. Close it and try again.",
    Outdated: "This page is too old. Reload it.",
    StorageFull: "There is no space left on the device. Free some space and try again.",
    Untrusted: "This page is not authentic. Do not use it.",
    other: "The page does not open. Try again.",
  },
  ar: {
    loading: "لحظة من فضلك…", emergency: "في حالة الطوارئ اتصل بالرقم 112.", retry: "حاول مرة أخرى",
    Locked: "الصفحة مفتوحة في علامة تبويب أخرى. أغلقها وحاول مرة أخرى.",
    Outdated: "هذه الصفحة قديمة جدًا. أعد تحميلها.",
    StorageFull: "لا توجد مساحة كافية على الجهاز. وفّر مساحة وحاول مرة أخرى.",
    Untrusted: "هذه الصفحة غير أصلية. لا تستعملها.",
    other: "الصفحة لا تفتح. حاول مرة أخرى.",
  },
};

/** The words in the first of the browser's languages that has them, Italian last; with their language and direction. */
export function wordsBefore(languages = navigator.languages) {
  const tags = languages.map((tag) => tag.split("-")[0]);
  const language = tags.find((tag) => Object.hasOwn(WORDS, tag)) ?? "it";
  return { language, direction: language === "ar" ? "rtl" : "ltr", ...WORDS[language] };
}

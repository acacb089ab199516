// The page's own words, as few as can be: whatever is about content comes from the core in the reader's language.

const WORDS = {
  it: {
    home: "Inizio", offices: "Uffici", update: "Aggiorna", updating: "Aggiornamento…", stop: "Ferma", updated: "Aggiornato.",
    everywhere: "Tutti i comuni", papers: "Documenti", fees: "Costi", terms: "Tempi", desks: "Chiedi a una persona",
    help: "Numeri gratuiti di emergenza", where: "Dove", sources: "Fonti", mine: "Questo dispositivo è mio: tieni tutto anche senza Internet",
    Offline: "Sei senza Internet. Puoi leggere quello che c'è già.",
    Untrusted: "L'aggiornamento non è autentico: non lo usiamo. Puoi leggere quello che c'è già.",
    Outdated: "Questa pagina è troppo vecchia. Ricaricala.", Locked: "La pagina è già aperta in un'altra scheda.",
    StorageFull: "Non c'è più spazio.", Interrupted: "Interrotto.", other: "Qualcosa non ha funzionato.",
  },
  en: {
    home: "Home", offices: "Offices", update: "Update", updating: "Updating…", stop: "Stop", updated: "Up to date.",
    everywhere: "All municipalities", papers: "Documents", fees: "Costs", terms: "Times", desks: "Ask a person",
    help: "Free emergency numbers", where: "Where", sources: "Sources", mine: "This is my device: keep everything, also without Internet",
    Offline: "You have no Internet. You can read what is already here.",
    Untrusted: "The update is not authentic: we do not use it. You can read what is already here.",
    Outdated: "This page is too old. Reload it.", Locked: "The page is already open in another tab.",
    StorageFull: "There is no space left.", Interrupted: "Stopped.", other: "Something did not work.",
  },
  ar: {
    home: "البداية", offices: "المكاتب", update: "تحديث", updating: "جارٍ التحديث…", stop: "إيقاف", updated: "تم التحديث.",
    everywhere: "كل البلديات", papers: "الوثائق", fees: "التكاليف", terms: "المواعيد", desks: "اسأل شخصًا",
    help: "أرقام طوارئ مجانية", where: "أين", sources: "المصادر", mine: "هذا الجهاز لي: احتفظ بكل شيء، حتى من دون إنترنت",
    Offline: "لا يوجد إنترنت. يمكنك قراءة ما هو موجود.",
    Untrusted: "التحديث غير أصلي، لذلك لا نستخدمه. يمكنك قراءة ما هو موجود.",
    Outdated: "هذه الصفحة قديمة جدًا. أعد تحميلها.", Locked: "الصفحة مفتوحة في علامة تبويب أخرى.",
    StorageFull: "لا توجد مساحة كافية.", Interrupted: "توقف.", other: "حدث خطأ ما.",
  },
};

/** The words for a language, Italian where it has none. */
export function words(language) {
  return WORDS[language] ?? WORDS[language?.split("-")[0]] ?? WORDS.it;
}

export const KNOWN = Object.keys(WORDS);

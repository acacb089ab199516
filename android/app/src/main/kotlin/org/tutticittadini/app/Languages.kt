package org.tutticittadini.app

import android.icu.util.ULocale
import android.os.LocaleList
import java.util.Locale

/** How the languages of the device are spelt in the core's tags. */
internal object Languages {
    /**
     * The device's languages, as far as the core has them, in the reader's order. The platform finds them: `ar-EG` is
     * `ar`, `zh-CN` is `zh-Hans`, `tl` is `fil`.
     */
    fun chain(device: LocaleList, known: List<String>): List<String> =
        (0 until device.size()).mapNotNull { lookup(device[it], known) }.distinct()

    private fun lookup(locale: Locale, known: List<String>): String? {
        val full = ULocale.addLikelySubtags(ULocale.forLanguageTag(locale.toLanguageTag())).toLanguageTag()
        return Locale.lookupTag(Locale.LanguageRange.parse(full), known)?.let { found ->
            // The lookup writes tags in small letters.
            known.first { it.equals(found, ignoreCase = true) }
        }
    }
}

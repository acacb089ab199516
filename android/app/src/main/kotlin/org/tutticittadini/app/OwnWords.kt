package org.tutticittadini.app

import android.content.Context
import org.tutticittadini.core.Direction
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.Run
import org.tutticittadini.core.Translation

/**
 * The few words that the app brings along, for when there is no core to ask: Italian where it has none in the reader's
 * language. Each says in which language it stands, so that Italian in another's place is read as Italian.
 */
internal class OwnWords(private val context: Context) {
    private val language = context.getString(R.string.own_language)
    private val isReaders = context.resources.configuration.locales[0].language == language

    /** Of these words, whatever the reader's language is. */
    val direction: Direction =
        if (context.resources.getBoolean(R.bool.own_right_to_left)) Direction.RTL else Direction.LTR

    /**
     * One of them in the place of a label that is not in the reader's language, as long as it is: before any content is
     * there, the core knows fewer languages than the app.
     */
    fun rather(label: LocalizedText, id: Int, vararg values: Any): LocalizedText? =
        if (label.fallback && isReaders) say(id, *values) else null

    /** One of them. */
    fun say(id: Int, vararg values: Any): LocalizedText =
        LocalizedText(
            runs = listOf(Run.Text(context.getString(id, *values))),
            language = language,
            direction = direction,
            translation = Translation.ORIGINAL,
            stale = false,
            fallback = false,
        )
}

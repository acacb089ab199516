package org.tutticittadini.app

import android.content.Context
import android.content.SharedPreferences

/**
 * The language in which this app last spoke: for the sentence that says that nothing can be read, when there is no core
 * to ask. The reader's settings are the core's.
 */
class Memory(context: Context) {
    private val kept: SharedPreferences = context.getSharedPreferences("shell", Context.MODE_PRIVATE)

    /** A BCP 47 tag. None before the first screen with content. */
    var language: String?
        get() = kept.getString(LANGUAGE, null)
        set(tag) = kept.edit().putString(LANGUAGE, tag).apply()

    private companion object {
        const val LANGUAGE = "language"
    }
}

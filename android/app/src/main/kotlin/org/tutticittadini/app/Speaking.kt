package org.tutticittadini.app

import android.app.Activity
import android.content.Context
import android.content.res.Configuration
import android.view.ContextThemeWrapper
import org.tutticittadini.core.Direction
import java.util.Locale

/** A context of this window with the letters, the own words and the screen reader of a language (BCP 47). */
internal fun Activity.speaking(language: String?): Context {
    val configuration = Configuration(resources.configuration)
    configuration.setLocale(Locale.forLanguageTag(language ?: return this))
    // Not `createConfigurationContext`: dialogs need a context of the window.
    return ContextThemeWrapper(this, R.style.Theme_Cittadini).apply { applyOverrideConfiguration(configuration) }
}

/** The same for a view. */
internal val Direction.ofView: Int
    get() = when (this) {
        Direction.LTR -> android.view.View.LAYOUT_DIRECTION_LTR
        Direction.RTL -> android.view.View.LAYOUT_DIRECTION_RTL
    }

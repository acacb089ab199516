package org.tutticittadini.app

import android.app.AlertDialog
import android.content.Context
import android.widget.LinearLayout
import android.widget.ScrollView
import org.tutticittadini.app.draw.Column
import org.tutticittadini.app.draw.Folds
import org.tutticittadini.app.draw.Page
import org.tutticittadini.app.draw.drawTerm
import org.tutticittadini.core.Home
import org.tutticittadini.core.TermView

/** The windows that ask the reader something, or explain a word. */
internal class Choices(private val activity: MainActivity) {
    /** Which language. Each is written in itself. */
    fun language(context: Context, home: Home) {
        val chosen = home.languages.indexOfFirst { it.tag == home.header.language }
        ask(context, R.string.language, home.languages.map { it.name }, chosen) {
            activity.chosenLanguage(home.languages[it].tag)
        }
    }

    /** Which municipality, or all of them. */
    fun municipality(context: Context, home: Home) {
        val all = context.getString(R.string.municipality_all)
        val chosen = home.municipalities.indexOfFirst { it.name == home.header.municipality }
        ask(context, R.string.municipality, listOf(all) + home.municipalities.map { it.name }, chosen + 1) {
            activity.chosenMunicipality(home.municipalities.getOrNull(it - 1)?.istat)
        }
    }

    /** What a word of the offices means. */
    fun explain(context: Context, term: TermView) {
        val page = Column(context)
        val side = context.resources.getDimensionPixelSize(R.dimen.space_6)
        page.setPadding(side, side, side, 0)
        val scroll = ScrollView(context).apply { addView(page as LinearLayout) }
        Page(context, activity, Folds(), page).drawTerm(term)
        AlertDialog.Builder(context).setView(scroll).setPositiveButton(R.string.close, null).show()
    }

    /** That this device has no app for an address, which can at least be read. */
    fun cannotOpen(context: Context, address: String) {
        val shown = address.substringAfter(':').removePrefix("//")
        AlertDialog.Builder(context)
            .setMessage(context.getString(R.string.cannot_open, shown))
            .setPositiveButton(R.string.close, null)
            .show()
    }

    private fun ask(context: Context, title: Int, names: List<String>, chosen: Int, answer: (Int) -> Unit) {
        AlertDialog.Builder(context)
            .setTitle(title)
            .setSingleChoiceItems(names.toTypedArray(), chosen) { dialog, which ->
                dialog.dismiss()
                answer(which)
            }
            .setNegativeButton(R.string.cancel, null)
            .show()
    }
}

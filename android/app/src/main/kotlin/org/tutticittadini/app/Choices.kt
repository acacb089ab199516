package org.tutticittadini.app

import android.app.AlertDialog
import android.app.DatePickerDialog
import android.content.DialogInterface
import android.widget.LinearLayout
import android.widget.ScrollView
import org.tutticittadini.app.draw.Folds
import org.tutticittadini.app.draw.Page
import org.tutticittadini.app.draw.drawTerm
import org.tutticittadini.app.draw.joined
import org.tutticittadini.app.draw.leftToRight
import org.tutticittadini.app.draw.spoken
import org.tutticittadini.core.Home
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.ReaderSettings
import org.tutticittadini.core.TermView
import java.time.LocalDate

/** The windows that ask the reader something, or explain a word: in the language and the direction of a frame. */
internal class Choices(private val activity: MainActivity, private val frame: Frame) {
    private val labels = frame.words.labels
    private val actions = labels.actions

    /** Which language. Each is written in itself. */
    fun language(home: Home) {
        val names = home.languages.map { it.name.spoken(it.tag) }
        val chosen = home.languages.indexOfFirst { it.tag == home.header.language }
        ask(actions.language, names, chosen) { activity.chosenLanguage(home.languages[it].tag) }
    }

    /** Which municipality, or all of them. */
    fun municipality(home: Home) {
        val names = home.municipalities.map { it.name.spoken("it") }
        val chosen = home.municipalities.indexOfFirst { it.name == home.header.municipality }
        ask(actions.municipality, listOf(actions.allMunicipalities.spoken()) + names, chosen + 1) {
            activity.chosenMunicipality(home.municipalities.getOrNull(it - 1)?.istat)
        }
    }

    /** What updates may cost: two switches, each kept at once. */
    fun updates(settings: ReaderSettings) {
        val names = listOf(actions.wifiOnly, actions.dataSaver).map { it.spoken() }
        val chosen = booleanArrayOf(settings.wifiOnly, settings.dataSaver)
        window()
            .setTitle(actions.updates.spoken())
            .setMultiChoiceItems(names.toTypedArray<CharSequence>(), chosen) { _, which, yes ->
                chosen[which] = yes
                activity.chosenSaving(wifiOnly = chosen.first(), dataSaver = chosen.last())
            }
            .setPositiveButton(actions.close.spoken(), null)
            .open()
    }

    /** What a word of the offices means. */
    fun explain(term: TermView) {
        val page = LinearLayout(frame.context).apply { orientation = LinearLayout.VERTICAL }
        val side = frame.context.resources.getDimensionPixelSize(R.dimen.space_6)
        page.setPadding(side, side, side, 0)
        val scroll = ScrollView(frame.context).apply { addView(page) }
        Page(frame.context, activity, Folds(), labels, page).drawTerm(term)
        window().setView(scroll).setPositiveButton(actions.close.spoken(), null).open()
    }

    /** Which day, in the platform's own calendar. Days are ISO 8601. */
    fun day(begin: String?, chosen: (String) -> Unit) {
        val first = begin?.let { LocalDate.parse(it) } ?: LocalDate.now()
        val answer = DatePickerDialog.OnDateSetListener { _, year, month, day ->
            chosen(LocalDate.of(year, month + 1, day).toString())
        }
        val dialog = DatePickerDialog(inLatinDigits(), answer, first.year, first.monthValue - 1, first.dayOfMonth)
        dialog.setButton(DialogInterface.BUTTON_NEGATIVE, actions.cancel.spoken(), dialog)
        dialog.setButton(DialogInterface.BUTTON_POSITIVE, actions.goOn.spoken(), dialog)
        dialog.window?.decorView?.layoutDirection = frame.direction.ofView
        dialog.show()
    }

    /** The calendar is compared with papers, as all numbers are. */
    private fun inLatinDigits() = activity.speaking("${frame.language}-u-nu-latn")

    /** That this device has no app for an address, which can at least be read. */
    fun cannotOpen(address: String) {
        val shown = leftToRight(address.substringAfter(':').removePrefix("//"))
        window()
            .setMessage(joined(labels.status.cannotOpen.spoken(), shown))
            .setPositiveButton(actions.close.spoken(), null)
            .open()
    }

    private fun ask(title: LocalizedText, names: List<CharSequence>, chosen: Int, answer: (Int) -> Unit) {
        window()
            .setTitle(title.spoken())
            .setSingleChoiceItems(names.toTypedArray(), chosen) { dialog, which ->
                dialog.dismiss()
                answer(which)
            }
            .setNegativeButton(actions.cancel.spoken(), null)
            .open()
    }

    private fun window() = AlertDialog.Builder(frame.context)

    /** The platform would take the direction from its own list of languages. */
    private fun AlertDialog.Builder.open() {
        val dialog = create()
        dialog.window?.decorView?.layoutDirection = frame.direction.ofView
        dialog.show()
    }
}

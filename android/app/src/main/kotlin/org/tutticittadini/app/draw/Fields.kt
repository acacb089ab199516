package org.tutticittadini.app.draw

import android.text.Editable
import android.text.InputFilter
import android.text.InputType
import android.text.TextWatcher
import android.view.View
import android.view.inputmethod.EditorInfo
import android.widget.Button
import android.widget.EditText
import org.tutticittadini.app.R
import org.tutticittadini.core.Direction
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.Run
import org.tutticittadini.core.plain

/** A day of the reader's: a field that opens the platform's calendar, named after what it is the day of. */
internal fun Page.dayField(name: LocalizedText, day: String?, chosen: (String) -> Unit): Button {
    var shown = day
    val field = button(name, R.drawable.ic_day, R.style.Field) {}
    val show = {
        val words = shown?.let { Run.Date(it).plain(name.language) } ?: NOTHING_YET
        field.say(words.spoken(name.language), name.language, name.direction)
        field.contentDescription = joined(name.spoken(), field.text, ": ")
    }
    field.setOnClickListener {
        taps.askDay(shown) { answer ->
            shown = answer
            show()
            chosen(answer)
        }
    }
    show()
    return field
}

/** A whole number of the reader's. Neither the keyboard nor what fills in forms may learn it. */
internal fun Page.numberField(name: LocalizedText, number: String?, changed: (String) -> Unit): EditText =
    add(EditText(context, null, 0, R.style.Field), R.dimen.space_2).apply {
        inputType = InputType.TYPE_CLASS_NUMBER
        filters = arrayOf(InputFilter.LengthFilter(LONGEST_NUMBER))
        imeOptions = EditorInfo.IME_ACTION_DONE or EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING
        importantForAutofill = View.IMPORTANT_FOR_AUTOFILL_NO
        // The style is that of a button, on which a finger leaves no focus.
        isFocusableInTouchMode = true
        say(number.orEmpty().spoken(name.language), name.language, Direction.LTR)
        contentDescription = name.spoken()
        addTextChangedListener(Watcher(changed))
    }

/** Tells what stands in a field whenever that changes. */
internal class Watcher(private val changed: (String) -> Unit) : TextWatcher {
    override fun beforeTextChanged(words: CharSequence?, start: Int, count: Int, after: Int) = Unit

    override fun onTextChanged(words: CharSequence?, start: Int, before: Int, count: Int) = Unit

    override fun afterTextChanged(words: Editable?) = changed(words?.toString().orEmpty())
}

/** What stands in a field before anything is chosen. */
private const val NOTHING_YET = "—"

/** As many digits as any number that a question can ask for. */
private const val LONGEST_NUMBER = 9

package org.tutticittadini.app

import android.content.Context
import android.os.Build
import android.view.View
import android.view.inputmethod.EditorInfo
import android.view.inputmethod.InputMethodManager
import android.widget.EditText
import android.widget.TextView
import org.tutticittadini.app.draw.Watcher
import org.tutticittadini.app.draw.joined
import org.tutticittadini.app.draw.leftToRight
import org.tutticittadini.app.draw.spoken
import org.tutticittadini.core.Labels
import org.tutticittadini.core.SearchScreen
import java.util.Locale

/**
 * The field above the page where the reader searches, and how much was found. It stays where it is while the page below it is
 * drawn anew with each letter.
 */
internal class SearchBar(private val bar: View, private val labels: Labels, typed: (String) -> Unit) {
    private val field: EditText = bar.findViewById(R.id.search_field)!!
    private val count: TextView = bar.findViewById(R.id.search_count)!!

    /** Whether the words in the field come from the place and not from her fingers. */
    private var isFilling = false

    init {
        val hint = labels.actions.searchHint
        field.hint = hint.spoken()
        field.textLocale = Locale.forLanguageTag(hint.language)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
            field.importantForContentCapture = View.IMPORTANT_FOR_CONTENT_CAPTURE_NO
        }
        field.addTextChangedListener(Watcher { if (!isFilling) typed(it) })
        field.setOnEditorActionListener { _, action, _ ->
            action == EditorInfo.IME_ACTION_SEARCH && hide().let { true }
        }
    }

    /** Shows the field at the place where one searches, and nowhere else. */
    fun show(place: Place.Search?) {
        val isNew = bar.visibility != View.VISIBLE
        bar.visibility = if (place == null) View.GONE else View.VISIBLE
        fill(place?.typed?.words.orEmpty())
        when {
            place == null -> if (!isNew) leave()
            isNew && place.typed.words.isEmpty() -> enter()
        }
    }

    /** Says how much was found: seen as a number, spoken with what it is the number of. */
    fun found(screen: SearchScreen) {
        val number = leftToRight(screen.hits.size.toString())
        val isEmpty = screen.query.isBlank()
        count.text = if (isEmpty) "" else number
        val found = screen.nothing?.spoken() ?: joined(labels.headings.results.spoken(), number, ": ")
        count.contentDescription = when {
            isEmpty -> null
            else -> screen.showing?.let { joined(it.spoken(), found, ". ") } ?: found
        }
    }

    private fun fill(words: String) {
        if (field.text.toString() == words) return
        isFilling = true
        field.setText(words)
        field.setSelection(field.length())
        isFilling = false
    }

    private fun enter() {
        field.requestFocus()
        field.post { keyboard().showSoftInput(field, 0) }
    }

    private fun leave() {
        hide()
        field.clearFocus()
    }

    private fun hide() = keyboard().hideSoftInputFromWindow(field.windowToken, 0)

    private fun keyboard() = field.context.getSystemService(Context.INPUT_METHOD_SERVICE) as InputMethodManager
}

package org.tutticittadini.app

import android.view.LayoutInflater
import android.view.View
import android.widget.TextView
import org.tutticittadini.app.draw.EMERGENCY
import org.tutticittadini.app.draw.dial
import org.tutticittadini.app.draw.leftToRight
import org.tutticittadini.app.draw.markHeading
import org.tutticittadini.app.draw.say

/**
 * What stands on the screen while there is no core: that it is being opened, or why it cannot be, and the number that
 * helps even then. All its words are the app's own; there is nowhere to go but to try again.
 */
internal class Before(activity: MainActivity, language: String?) {
    private val context = activity.speaking(language)
    private val own = OwnWords(context)
    private val root: View = LayoutInflater.from(context).inflate(R.layout.before, null)
    private val sentence = say(R.id.before_sentence, R.string.loading)
    private val help: View = root.findViewById(R.id.before_help)!!

    init {
        root.layoutDirection = own.direction.ofView
        say(R.id.before_retry, R.string.retry).setOnClickListener { activity.retry() }
        say(R.id.before_numbers, R.string.emergency_numbers).markHeading()
        say(R.id.before_112, R.string.emergency_112)
        say(R.id.before_call, R.string.call, leftToRight(EMERGENCY))
            .setOnClickListener { activity.open(dial(EMERGENCY)) }
        help.visibility = View.GONE
        activity.setContentView(root)
    }

    /** Why it cannot be opened, and the ways out. */
    fun trouble(trouble: Trouble) {
        sentence.say(own.say(trouble.withoutCore))
        sentence.markHeading()
        help.visibility = View.VISIBLE
    }

    private fun say(view: Int, word: Int, vararg values: Any): TextView =
        root.findViewById<TextView>(view)!!.apply { say(own.say(word, *values)) }
}

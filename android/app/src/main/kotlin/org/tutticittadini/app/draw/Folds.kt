package org.tutticittadini.app.draw

import android.os.Bundle
import android.view.View
import android.view.accessibility.AccessibilityNodeInfo
import android.widget.Button
import org.tutticittadini.app.R

/** Which parts of a page the reader has unfolded, so that they are so again when the page is drawn anew. */
class Folds(val open: MutableSet<Int> = mutableSetOf()) {
    private var count = 0

    /** Before a page is drawn. */
    fun begin() {
        count = 0
    }

    /** The next part of the page: its button, where it is drawn, and how. It is drawn when it is first wanted. */
    internal fun add(button: Button, inside: View, draw: () -> Unit) {
        val fold = Fold(count++, button, inside, draw)
        button.setOnClickListener { fold.turn() }
        button.accessibilityDelegate = fold
        fold.show()
    }

    private inner class Fold(
        private val number: Int,
        private val button: Button,
        private val inside: View,
        private val draw: () -> Unit,
    ) : View.AccessibilityDelegate() {
        private var drawn = false

        fun turn() {
            if (!open.remove(number)) open += number
            show()
        }

        fun show() {
            val isOpen = number in open
            if (isOpen && !drawn) {
                draw()
                drawn = true
            }
            inside.visibility = if (isOpen) View.VISIBLE else View.GONE
            val arrow = if (isOpen) R.drawable.ic_fold else R.drawable.ic_unfold
            button.setCompoundDrawablesRelativeWithIntrinsicBounds(0, 0, arrow, 0)
        }

        override fun onInitializeAccessibilityNodeInfo(host: View, info: AccessibilityNodeInfo) {
            super.onInitializeAccessibilityNodeInfo(host, info)
            val isOpen = number in open
            info.addAction(
                if (isOpen) {
                    AccessibilityNodeInfo.AccessibilityAction.ACTION_COLLAPSE
                } else {
                    AccessibilityNodeInfo.AccessibilityAction.ACTION_EXPAND
                },
            )
        }

        override fun performAccessibilityAction(host: View, action: Int, arguments: Bundle?): Boolean = when (action) {
            AccessibilityNodeInfo.ACTION_EXPAND, AccessibilityNodeInfo.ACTION_COLLAPSE -> {
                turn()
                true
            }
            else -> super.performAccessibilityAction(host, action, arguments)
        }
    }
}

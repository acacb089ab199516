package org.tutticittadini.app.draw

import android.content.Context
import android.util.AttributeSet
import android.view.View
import android.view.ViewGroup
import org.tutticittadini.app.R
import kotlin.math.max

/** Children side by side from the start of the line, and on the next line when there is no room. */
class FlowLayout(context: Context, attributes: AttributeSet? = null) : ViewGroup(context, attributes) {
    private val gap = resources.getDimensionPixelSize(R.dimen.space_2)

    override fun onMeasure(widthSpec: Int, heightSpec: Int) {
        val width = MeasureSpec.getSize(widthSpec)
        val room = width - paddingLeft - paddingRight
        val childWidth = MeasureSpec.makeMeasureSpec(room, MeasureSpec.AT_MOST)
        val childHeight = MeasureSpec.makeMeasureSpec(0, MeasureSpec.UNSPECIFIED)
        shown().forEach { child ->
            val wanted = child.layoutParams
            val childWide = getChildMeasureSpec(childWidth, 0, wanted.width)
            child.measure(childWide, getChildMeasureSpec(childHeight, 0, wanted.height))
        }
        val lines = lines(room)
        val height = lines.sumOf { it.height } + gap * max(0, lines.size - 1)
        setMeasuredDimension(width, height + paddingTop + paddingBottom)
    }

    override fun onLayout(changed: Boolean, left: Int, top: Int, right: Int, bottom: Int) {
        val mirrored = layoutDirection == View.LAYOUT_DIRECTION_RTL
        var y = paddingTop
        lines(width - paddingLeft - paddingRight).forEach { line ->
            var start = paddingStart
            line.children.forEach { child ->
                val x = if (mirrored) width - start - child.measuredWidth else start
                val childTop = y + (line.height - child.measuredHeight) / 2
                child.layout(x, childTop, x + child.measuredWidth, childTop + child.measuredHeight)
                start += child.measuredWidth + gap
            }
            y += line.height + gap
        }
    }

    private class Row(val children: MutableList<View> = mutableListOf(), var width: Int = 0, var height: Int = 0)

    private fun lines(room: Int): List<Row> {
        val lines = mutableListOf(Row())
        shown().forEach { child ->
            val before = if (lines.last().children.isEmpty()) 0 else lines.last().width + gap
            if (before > 0 && before + child.measuredWidth > room) lines += Row()
            val line = lines.last()
            line.width = (if (line.children.isEmpty()) 0 else line.width + gap) + child.measuredWidth
            line.height = max(line.height, child.measuredHeight)
            line.children += child
        }
        return lines.filter { it.children.isNotEmpty() }
    }

    private fun shown(): List<View> = (0 until childCount).map {
        getChildAt(it)!!
    }.filter { it.visibility != View.GONE }
}

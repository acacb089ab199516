package org.tutticittadini.app.draw

import android.content.Context
import android.util.AttributeSet
import android.widget.LinearLayout
import org.tutticittadini.app.R
import kotlin.math.max

/** Children one below the other, on wide screens no wider than a line can be read. */
class Column(context: Context, attributes: AttributeSet? = null) : LinearLayout(context, attributes) {
    private val widest = resources.getDimensionPixelSize(R.dimen.reading_width)
    private val side = paddingStart

    init {
        orientation = VERTICAL
    }

    override fun onMeasure(widthSpec: Int, heightSpec: Int) {
        val margin = max(side, (MeasureSpec.getSize(widthSpec) - widest) / 2)
        if (margin != paddingStart) setPaddingRelative(margin, paddingTop, margin, paddingBottom)
        super.onMeasure(widthSpec, heightSpec)
    }
}

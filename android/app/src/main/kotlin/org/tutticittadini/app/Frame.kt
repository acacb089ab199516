package org.tutticittadini.app

import android.content.Context
import android.graphics.Rect
import android.util.TypedValue
import android.view.LayoutInflater
import android.view.View
import android.widget.Button
import android.widget.LinearLayout
import android.widget.ScrollView
import android.widget.TextView
import org.tutticittadini.app.draw.Folds
import org.tutticittadini.app.draw.Page
import org.tutticittadini.app.draw.draw112
import org.tutticittadini.app.draw.drawBanners
import org.tutticittadini.app.draw.emergencyHeading
import org.tutticittadini.app.draw.joined
import org.tutticittadini.app.draw.leftToRight
import org.tutticittadini.app.draw.say
import org.tutticittadini.app.draw.spoken
import org.tutticittadini.core.Direction
import org.tutticittadini.core.Labels
import kotlin.math.min

/**
 * What stands around every screen, in one language: the reader's, which follows the core's settings and not the device. It
 * says the core's words. It is never empty: a page, or a sentence that says why there is none.
 */
internal class Frame(
    private val activity: MainActivity,
    val language: String,
    val direction: Direction,
    val words: Words,
) {
    /** Has the letters of the language. */
    val context: Context = activity.speaking(language)

    private val labels: Labels = words.labels
    private val page: LinearLayout
    private val scrolling: ScrollView
    private val status: View
    private val search: SearchBar
    private var drawn: Place? = null

    init {
        val root = LayoutInflater.from(context).inflate(R.layout.frame, null)
        root.layoutDirection = direction.ofView
        activity.setContentView(root)
        page = root.findViewById(R.id.page)!!
        scrolling = root.findViewById(R.id.scroll)!!
        status = root.findViewById(R.id.status)!!
        search = SearchBar(root.findViewById(R.id.search)!!, labels) { activity.typed(it) }
        onTap(R.id.back) { activity.back() }
        onTap(R.id.language) { activity.chooseLanguage() }
        onTap(R.id.municipality) { activity.chooseMunicipality() }
        onTap(R.id.to_home) { activity.go(Place.Home) }
        onTap(R.id.to_offices) { activity.go(Place.Offices) }
        onTap(R.id.to_emergency) { activity.go(Place.Emergency) }
        onTap(R.id.status_close) { activity.dismissStatus() }
        listOf(R.id.language, R.id.municipality, R.id.to_home, R.id.to_offices, R.id.to_emergency)
            .forEach { limitSize(find(it)) }
        name()
        nameMunicipality(null)
        // Without content there is nothing to choose from.
        val choices = if (words.languages.isEmpty()) View.GONE else View.VISIBLE
        listOf(R.id.language, R.id.municipality).forEach { find<View>(it).visibility = choices }
    }

    /** How far down the reader is on a page, if that is the one that stands there. */
    fun scroll(place: Place): Int? = scrolling.scrollY.takeIf { drawn == place }

    /** Until the first page is read: a moment. */
    fun loading() {
        fill(Folds(), 0) { text(labels.status.loading) }
        find<View>(R.id.back).visibility = View.GONE
    }

    /** A page. */
    fun draw(screen: Screen, path: Path) {
        nameMunicipality(screen.header.municipality)
        place(path)
        fill(path.here.folds, path.here.scroll) {
            screen.first(this)
            drawBanners(screen.header.banners)
            screen.draw(this)
        }
        screen.found?.let { search.found(it) }
        if (path.here.scroll == 0) path.here.place.part?.let { scrollTo(it) }
        drawn = path.here.place
    }

    /** Why a page could not be read, and the ways out. */
    fun trouble(trouble: Trouble, path: Path) {
        place(path)
        fill(Folds(), 0) {
            heading(text(trouble.sentence(labels.troubles, own), R.style.Text_Heading))
            button(labels.actions.retry, R.drawable.ic_update) { activity.retry() }
            heading(emergencyHeading())
            draw112()
        }
        drawn = null
    }

    /** What runs, or went wrong, whichever page is there. */
    fun show(state: Status) {
        val said = find<TextView>(R.id.status_text)
        said.text = ""
        when {
            state.syncing -> said.say(labels.status.updating, share(state))
            state.trouble != null -> said.say(state.trouble.sentence(labels.troubles, OwnWords(context)))
            state.updated -> said.say(labels.status.updated)
        }
        status.visibility = if (said.text.isEmpty()) View.GONE else View.VISIBLE
        val act = find<Button>(R.id.status_act)
        act.say(if (state.syncing) labels.actions.stop else labels.actions.retry)
        act.setOnClickListener { if (state.syncing) activity.stopSync() else activity.update() }
        val canTry = state.trouble != null && activity.canUpdate
        act.visibility = if (state.syncing || canTry) View.VISIBLE else View.GONE
        find<View>(R.id.status_close).visibility = if (state.syncing) View.GONE else View.VISIBLE
    }

    /** How much of it is done, once that is known. */
    private fun share(state: Status): String? = state.progress?.takeIf { it.bytesTotal > 0u }?.let { progress ->
        leftToRight("${HUNDRED * progress.bytesDone / progress.bytesTotal} %")
    }

    private fun fill(folds: Folds, scroll: Int, draw: Page.() -> Unit) {
        page.removeAllViews()
        folds.begin()
        Page(context, activity, folds, labels, page).draw()
        scrolling.scrollTo(0, 0)
        if (scroll > 0) scrolling.post { scrolling.scrollTo(0, scroll) }
    }

    /** To a part of the page, once it is known where that stands. */
    private fun scrollTo(part: String) = scrolling.post {
        val found = page.findViewWithTag<View>(part) ?: return@post
        val place = Rect().also { scrolling.offsetDescendantRectToMyCoords(found, it) }
        scrolling.scrollTo(0, place.top)
    }

    private fun place(path: Path) {
        search.show(path.here.place as? Place.Search)
        find<View>(R.id.back).visibility = if (path.canGoBack) View.VISIBLE else View.GONE
        val chosen = mapOf(
            R.id.to_home to Place.Home,
            R.id.to_offices to Place.Offices,
            R.id.to_emergency to Place.Emergency,
        )
        chosen.forEach { (id, place) ->
            val isHere = path.here.place.inBar == place
            find<Button>(id).apply {
                isSelected = isHere
                setTextColor(context.getColor(if (isHere) R.color.link else R.color.ink))
            }
        }
    }

    private fun name() {
        val actions = labels.actions
        find<View>(R.id.back).contentDescription = actions.back.spoken()
        find<Button>(R.id.to_home).say(actions.home)
        find<Button>(R.id.to_offices).say(actions.offices)
        find<Button>(R.id.to_emergency).say(actions.emergency)
        find<Button>(R.id.status_close).say(actions.close)
        find<Button>(R.id.language).apply {
            say(words.nameOf(language).spoken(language), language, direction)
            contentDescription = joined(actions.language.spoken(), text, ": ")
        }
    }

    private fun nameMunicipality(name: String?) {
        find<Button>(R.id.municipality).apply {
            if (name == null) say(labels.actions.allMunicipalities) else say(name.spoken("it"), "it", Direction.LTR)
            contentDescription = joined(labels.actions.municipality.spoken(), text, ": ")
        }
    }

    /** What is always there stops growing where it would leave no room for the page. */
    private fun limitSize(button: Button) {
        val metrics = context.resources.displayMetrics
        val scale = min(context.resources.configuration.fontScale, MOST)
        button.setTextSize(TypedValue.COMPLEX_UNIT_PX, BAR_WORDS * scale * metrics.density)
    }

    private fun onTap(id: Int, tapped: () -> Unit) = find<View>(id).setOnClickListener { tapped() }

    private fun <V : View> find(id: Int): V = activity.findViewById(id)!!

    private companion object {
        val HUNDRED = 100uL
        const val MOST = 1.3f
        const val BAR_WORDS = 15f
    }
}

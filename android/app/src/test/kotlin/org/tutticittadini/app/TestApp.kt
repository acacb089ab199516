package org.tutticittadini.app

import org.tutticittadini.core.Cittadini
import org.tutticittadini.core.Config
import org.tutticittadini.core.NetworkKind
import java.io.InputStream

/** The app as it is, save for what a test lays into its way: an address, a seed, a disk. */
class TestApp : CittadiniApp() {
    override fun bundled(): Bundled = object : Bundled(this@TestApp) {
        override fun repository(): String? = Arranged.address

        override fun asset(name: String): InputStream? = (Arranged.assets[name] ?: { super.asset(name) })()
    }

    override fun connection(): NetworkKind = Arranged.connection ?: super.connection()

    /** How the core is opened. */
    var opening: suspend (Config) -> Cittadini = Cittadini::open

    override suspend fun open(config: Config): Cittadini = opening(config)

    /** The process is started anew. */
    fun restart() = begin()
}

/** What a test arranges before it starts the app. */
object Arranged {
    var address: String? = null

    /** What the telephone is connected to; `null` asks the system. */
    var connection: NetworkKind? = NetworkKind.METERED
    val assets = mutableMapOf<String, () -> InputStream?>()

    fun reset() {
        address = null
        connection = NetworkKind.METERED
        assets.clear()
    }
}

package org.tutticittadini.app

import android.content.Context
import android.net.ConnectivityManager
import android.net.NetworkCapabilities
import org.tutticittadini.core.NetworkKind

/** What the telephone is connected to, as the system says: not where, and not through whom. */
internal fun connectionOf(context: Context): NetworkKind {
    val connections = context.getSystemService(ConnectivityManager::class.java)
    val found = connections.activeNetwork?.let { connections.getNetworkCapabilities(it) }
    return when {
        found == null || !found.hasCapability(NetworkCapabilities.NET_CAPABILITY_INTERNET) -> NetworkKind.OFFLINE
        found.hasCapability(NetworkCapabilities.NET_CAPABILITY_NOT_METERED) -> NetworkKind.UNMETERED
        else -> NetworkKind.METERED
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/selection.h"

namespace supernode {

void Selection::select(ElementId element) {
    if (element == current())
        return;
    m_visited.resize(m_at + 1);
    m_visited.push_back(element);
    ++m_at;
    emit changed();
}

void Selection::back() {
    if (!canGoBack())
        return;
    --m_at;
    emit changed();
}

void Selection::forward() {
    if (!canGoForward())
        return;
    ++m_at;
    emit changed();
}

void Selection::forget() {
    m_visited = {ElementId()};
    m_at = 0;
    emit changed();
}

} // namespace supernode

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/selection.h"

namespace supernode {

void Selection::select(ElementId element) {
    selectAll(element.valid() ? std::vector{element} : std::vector<ElementId>());
}

void Selection::toggle(ElementId element) {
    if (!element.valid())
        return;
    std::vector<ElementId> next = elements();
    if (std::erase(next, element) == 0)
        next.push_back(element);
    selectAll(next);
}

void Selection::selectAll(const std::vector<ElementId>& elements) {
    if (elements == this->elements())
        return;
    m_visited.resize(m_at + 1);
    m_visited.push_back(elements);
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
    m_visited.assign(1, {});
    m_at = 0;
    emit changed();
}

} // namespace supernode

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sheet.h"

#include "views/panels/painted.h"
#include "views/panels/panel_scroll.h"
#include "views/panels/pill_button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace supernode {
namespace {

constexpr int sheetWidth = 300; // as the inspector, which it covers

} // namespace

Sheet::Sheet(QWidget* window, QWidget* beneath)
    : QFrame(window), m_window(window), m_beneath(beneath), m_title(makeElided({}, "large")),
      m_close(new SignButton(Sign::Cross, tr("Close"))), m_pages(new QStackedWidget) {
    setProperty("surface", "panel");
    setAutoFillBackground(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::edge, space::edge, space::unit, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_pages, 1);
    connect(m_close, &SignButton::clicked, this, &Sheet::close);
    window->installEventFilter(this);
    hide();
}

int Sheet::addPage(const QString& title, QWidget* content, Width width) {
    auto* page = new QFrame;
    page->setProperty("surface", "panel");
    auto* scroll = new PanelScroll(page, {space::edge, space::unit, space::edge, space::edge});
    scroll->column()->addWidget(content);
    m_titles.push_back(title);
    m_widths.push_back(width);
    return m_pages->addWidget(page);
}

void Sheet::place() {
    const int top = m_beneath->mapTo(m_window, QPoint(0, m_beneath->height())).y();
    const auto page = static_cast<std::size_t>(std::max(0, m_pages->currentIndex()));
    const bool half = page < m_widths.size() && m_widths[page] == Width::Half;
    const int width = half ? std::clamp(m_window->width() / 2, 600, 840) : sheetWidth;
    setGeometry(m_window->width() - width, top, width, m_window->height() - top);
}

void Sheet::open(int page) {
    m_pages->setCurrentIndex(page);
    static_cast<ElidedLabel*>(m_title)->setWholeText(m_titles[static_cast<std::size_t>(page)]);
    place();
    show();
    raise();
    emit opened(page);
}

void Sheet::close() {
    hide();
    emit opened(-1);
}

void Sheet::toggle(int page) {
    if (this->page() == page)
        close();
    else
        open(page);
}

int Sheet::page() const { return isHidden() ? -1 : m_pages->currentIndex(); }

bool Sheet::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_window && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        place();
    return QFrame::eventFilter(watched, event);
}

void Sheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return close();
    QFrame::keyPressEvent(event);
}

} // namespace supernode

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/search_box.h"

#include "views/panels/painted.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace supernode {
namespace {

constexpr int noteRole = Qt::UserRole;

// Title at the left, note at the right; as high as a finger.
class ItemPainter : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Theme t = currentTheme();
        p->setRenderHint(QPainter::Antialiasing);
        const bool takes = index.flags().testFlag(Qt::ItemIsSelectable);
        if (takes && option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            drawRounded(*p, QRectF(option.rect).adjusted(0, 1, 0, -1), space::radius,
                        option.state & QStyle::State_Selected ? t.selected : t.hover);
        const QFont font = t.font(TextSize::Control), small = t.font(TextSize::Body);
        const QString note = index.data(noteRole).toString();
        QRectF box = QRectF(option.rect).adjusted(12, 0, -12, 0);
        p->setFont(small);
        p->setPen(t.textDim);
        drawLine(*p, box, Qt::AlignRight | Qt::AlignVCenter, note);
        if (!note.isEmpty())
            box.setRight(box.right() - widthOf(small, note) - space::wide);
        p->setFont(font);
        p->setPen(takes ? t.text : t.textDim);
        drawLine(*p, box, Qt::AlignLeft | Qt::AlignVCenter, index.data(Qt::DisplayRole).toString());
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {200, space::mainTarget};
    }
};

} // namespace

SearchBox::SearchBox(QWidget* over)
    : Overlay(over), m_title(makeLabel({}, "strong")), m_line(new QLineEdit), m_list(new QListWidget) {
    m_line->setMinimumHeight(space::mainTarget);
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);
    m_list->setItemDelegate(new ItemPainter(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    column()->addWidget(m_title);
    column()->addWidget(m_line);
    column()->addWidget(m_list, 1);
    connect(m_line, &QLineEdit::textChanged, this, &SearchBox::refresh);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { take(m_list->row(item)); });
}

void SearchBox::ask(const QString& title, const QString& hint, Source source) {
    m_source = std::move(source);
    m_title->setText(title);
    m_line->setPlaceholderText(hint);
    m_line->setAccessibleName(title);
    m_list->setAccessibleName(title);
    const QSignalBlocker quiet(m_line);
    m_line->clear();
    refresh();
    open();
}

QWidget* SearchBox::focusTarget() { return m_line; }

QRect SearchBox::cardPlace() const {
    const int wide = std::min(560, width() - 2 * space::wide);
    const int high = std::min(480, height() - 2 * space::wide);
    return {(width() - wide) / 2, std::max(space::wide, (height() - high) / 3), wide, high};
}

void SearchBox::refresh() {
    m_items = m_source ? m_source(m_line->text()) : std::vector<Item>();
    m_list->clear();
    for (const Item& item : m_items) {
        auto* shown = new QListWidgetItem(item.title, m_list);
        shown->setData(noteRole, item.note);
        shown->setData(Qt::AccessibleTextRole,
                       item.note.isEmpty() ? item.title : item.title + ", " + item.note);
        if (!item.run && item.completes.isEmpty())
            shown->setFlags(Qt::ItemIsEnabled);
    }
    m_list->setCurrentRow(-1);
    move(1);
}

// To the next item that can be taken.
void SearchBox::move(int step) {
    const int count = m_list->count();
    for (int i = 1, row = m_list->currentRow(); i <= count; ++i) {
        row = row < 0 ? (step > 0 ? 0 : count - 1) : (row + step + count) % count;
        if (m_list->item(row)->flags().testFlag(Qt::ItemIsSelectable)) {
            m_list->setCurrentRow(row);
            return;
        }
    }
}

void SearchBox::take(int row) {
    if (row < 0 || static_cast<std::size_t>(row) >= m_items.size())
        return;
    const Item item = m_items[static_cast<std::size_t>(row)]; // closing may ask anew
    if (!item.completes.isEmpty()) {
        m_line->setText(item.completes);
        m_line->setFocus();
        return;
    }
    if (!item.run)
        return;
    close();
    item.run();
}

bool SearchBox::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_line || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return Overlay::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // the window's own keys rest
        return true;
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(m_list->currentRow());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

} // namespace supernode

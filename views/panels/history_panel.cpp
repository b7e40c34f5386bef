// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/history_panel.h"

#include "views/panels/pill_button.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace supernode {
namespace {

constexpr int inset = 14; // of a branch
constexpr int mostInset = 6;

} // namespace

HistoryLine::HistoryLine(const HistoryEntry& entry, QWidget* parent) : PaintedButton(parent), m_entry(entry) {
    setText(entry.text);
    setAccessibleName(QStringList{entry.text, entry.headline, entry.change}.join(", "));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HistoryLine::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (m_entry.present || isHot())
        drawRounded(p, rect(), space::radius, m_entry.present ? t.selected : t.raised);
    const double x = 12 + inset * std::min(m_entry.depth, mostInset), middle = height() / 2.0;
    p.setPen(QPen(t.groove, 1.5));
    p.drawLine(QPointF(x, 0), QPointF(x, height()));
    p.setBrush(m_entry.present ? t.accent : m_entry.compared ? t.panel : t.groove);
    p.setPen(QPen(m_entry.present || m_entry.compared ? t.accent : t.groove, 2));
    p.drawEllipse(QPointF(x, middle), 4.5, 4.5);
    const double left = x + 14, right = width() - 10;
    const QFont body = t.font(TextSize::Control, m_entry.present ? QFont::DemiBold : QFont::Normal);
    const QFont small = t.font(TextSize::Small);
    const double high = QFontMetricsF(body).height(), low = QFontMetricsF(small).height();
    const double top = (height() - high - low) / 2;
    p.setFont(body);
    p.setPen(t.text);
    setElided(drawLine(p, QRectF(left, top, right - left, high), Qt::AlignVCenter, text()));
    p.setFont(small);
    p.setPen(t.textDim);
    const QString below = m_entry.compared           ? m_entry.headline + "  ·  " + tr("compared with")
                          : m_entry.change.isEmpty() ? m_entry.headline
                                                     : m_entry.headline + "  ·  " + m_entry.change;
    drawLine(p, QRectF(left, top + high, right - left, low), Qt::AlignVCenter, below);
    if (showsFocus())
        drawFocusRing(p, rect(), space::radius, t);
}

HistoryPanel::HistoryPanel(QWidget* parent)
    : QFrame(parent), m_column(new QVBoxLayout), m_name(new QLineEdit),
      m_compare(new PillButton(tr("Compare with this"))), m_remove(new PillButton(tr("Delete"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    QLabel* sentence = makeLabel(
        tr("Every change is kept. A click goes back to it; changing something there begins a branch."),
        "body", "dim");
    sentence->setWordWrap(true);
    m_name->setPlaceholderText(tr("Name of this step"));
    m_name->setAccessibleName(tr("Name of this step"));
    m_name->setMinimumHeight(space::mainTarget);
    m_compare->setToolTip(tr("Numbers and ghosts of all others are held against this step"));
    m_remove->setToolTip(tr("This step and all that grew out of it"));
    m_column->setSpacing(0);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::unit);
    buttons->addWidget(m_compare, 2);
    buttons->addWidget(m_remove, 1);
    column->addWidget(sentence);
    column->addLayout(m_column);
    column->addWidget(m_name);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (m_name->isModified())
            emit nameGiven(present(), m_name->text().trimmed());
        m_name->setModified(false);
    });
    connect(m_remove, &PillButton::clicked, this, [this] { emit removeRequested(present()); });
    connect(m_compare, &PillButton::clicked, this, [this] {
        const bool now = std::any_of(m_entries.begin(), m_entries.end(),
                                     [](const HistoryEntry& e) { return e.present && e.compared; });
        emit compareRequested(now ? -1 : present());
    });
}

int HistoryPanel::present() const {
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [](const HistoryEntry& e) { return e.present; });
    return found == m_entries.end() ? 0 : found->step;
}

void HistoryPanel::setEntries(const std::vector<HistoryEntry>& entries, const QString& presentName) {
    if (!m_name->isModified())
        m_name->setText(presentName);
    if (entries == m_entries)
        return;
    m_entries = entries;
    for (HistoryLine* line : m_lines) { // one of them may be the sender
        m_column->removeWidget(line);
        line->hide();
        line->deleteLater();
    }
    m_lines.clear();
    for (const HistoryEntry& entry : entries) {
        auto* line = new HistoryLine(entry, this);
        connect(line, &QAbstractButton::clicked, this,
                [this, step = entry.step] { emit jumpRequested(step); });
        m_column->addWidget(line);
        m_lines.push_back(line);
    }
    const bool compared = std::any_of(entries.begin(), entries.end(),
                                      [](const HistoryEntry& e) { return e.present && e.compared; });
    m_compare->setText(compared ? tr("Compare no more") : tr("Compare with this"));
    m_remove->setEnabled(present() != 0);
}

} // namespace supernode

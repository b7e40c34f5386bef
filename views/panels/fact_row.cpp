// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/fact_row.h"

#include "views/panels/pill_button.h"
#include "views/theme/words.h"

#include <QPainter>
#include <QVBoxLayout>

namespace supernode {

FactRowHeader::FactRowHeader(QWidget* parent) : PaintedButton(parent) {
    setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FactRowHeader::setRow(const InspectionRow& row) {
    m_label = row.label;
    m_value = row.value;
    m_grade = gradeWord(row.grade);
    setAccessibleName(QStringLiteral("%1: %2, %3").arg(m_label, m_value, m_grade));
    update();
}

void FactRowHeader::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    const QRectF box = rect();
    const QRectF inner = box.adjusted(space::unit, 0, -space::unit, 0);
    if (isHot())
        drawRounded(p, box, space::radius, t.raised);
    const QFont small = t.font(TextSize::Small), strong = t.font(TextSize::Body, QFont::DemiBold);
    const double badge = widthOf(small, gradeWord(Grade::Modelled)) + 12;
    const double badgeWidth = std::max<double>(badge, widthOf(small, m_grade) + 10);
    const QRectF pill(inner.right() - badgeWidth, box.center().y() - 9, badgeWidth, 18);
    drawRounded(p, pill, 9, isHot() || isChecked() ? t.hover : t.raised);
    p.setFont(small);
    p.setPen(t.textDim);
    p.drawText(pill, Qt::AlignCenter, m_grade);
    const double room = pill.left() - 8;
    const double valueWidth = std::min<double>(widthOf(strong, m_value) + 1, room);
    p.setFont(strong);
    p.setPen(t.text);
    bool elided = drawLine(p, QRectF(room - valueWidth, 0, valueWidth, box.height()),
                           Qt::AlignRight | Qt::AlignVCenter, m_value);
    p.setFont(t.font(TextSize::Body));
    p.setPen(t.textDim);
    elided |= drawLine(p, QRectF(inner.left(), 0, room - valueWidth - 6 - inner.left(), box.height()),
                       Qt::AlignVCenter, m_label);
    setElided(elided);
    if (showsFocus())
        drawFocusRing(p, box, space::radius, t);
}

FactRow::FactRow(QWidget* parent)
    : QWidget(parent), m_header(new FactRowHeader), m_detail(new QFrame),
      m_explanation(makeLabel({}, "small")), m_source(makeLabel({}, "small", "dim")),
      m_element(new PillButton({})) {
    m_detail->setProperty("surface", "raised");
    m_source->setTextFormat(Qt::RichText);
    m_source->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_source->setOpenExternalLinks(true);
    auto* inner = new QVBoxLayout(m_detail);
    inner->setContentsMargins(space::unit, space::unit, space::unit, space::unit);
    inner->setSpacing(space::half);
    for (QLabel* label : {m_explanation, m_source}) {
        label->setWordWrap(true);
        inner->addWidget(label);
    }
    inner->addWidget(m_element);
    connect(m_element, &QAbstractButton::clicked, this, [this] { emit elementAsked(m_elementName); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_detail);
    m_detail->hide();
    connect(m_header, &QAbstractButton::toggled, m_detail, &QWidget::setVisible);
}

void FactRow::setRow(const InspectionRow& row) {
    m_header->setRow(row);
    fillDetail(row);
}

void FactRow::setOpen(bool open) { m_header->setChecked(open); }

QString FactRow::detailText() const { return m_explanation->accessibleName() + "\n" + m_source->text(); }

void FactRow::fillDetail(const InspectionRow& row) {
    setParagraph(*m_explanation, row.explanation);
    if (m_elementName != row.element || row.element.isEmpty()) {
        m_elementName = row.element;
        const QString name = capitalized(word(m_elementName.toStdString()));
        m_element->setText(name);
        m_element->setAccessibleName(tr("Show %1").arg(name));
        m_element->setVisible(!m_elementName.isEmpty());
    }
    QStringList lines;
    if (!row.sourceTitle.isEmpty())
        lines << row.sourceTitle.toHtmlEscaped();
    if (row.sourceAddress.startsWith(QStringLiteral("http"))) {
        const QString address = row.sourceAddress.toHtmlEscaped();
        const QString shown = address.size() > 40 ? address.left(38) + QStringLiteral("…") : address;
        lines << QStringLiteral("<a href=\"%1\" style=\"color:%2\">%3</a>")
                     .arg(address, currentTheme().accent.name(), shown);
    }
    if (!row.factId.isEmpty())
        lines << tr("Fact %1").arg(row.factId.toHtmlEscaped());
    m_source->setText(lines.join(QStringLiteral("<br>")));
    m_source->setVisible(!lines.isEmpty());
}

} // namespace supernode

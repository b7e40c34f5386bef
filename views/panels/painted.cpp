// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/painted.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QToolTip>

#include <cmath>

namespace supernode {

void drawRounded(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& line,
                 double lineWidth) {
    painter.setRenderHint(QPainter::Antialiasing);
    const bool outlined = line.alpha() > 0;
    const double inset = outlined ? lineWidth / 2 : 0;
    painter.setPen(outlined ? QPen(line, lineWidth) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
}

bool drawLine(QPainter& painter, const QRectF& rect, int alignment, const QString& text) {
    const QFontMetricsF metrics(painter.font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width() + 0.75);
    painter.drawText(rect, alignment | Qt::TextSingleLine, shown);
    return shown != text;
}

void drawParagraph(QPainter& painter, QRectF& area, const QString& text, const QFont& font,
                   const QColor& colour, double after) {
    if (text.isEmpty())
        return;
    painter.setFont(font);
    painter.setPen(colour);
    QRectF used;
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, withWholeNumbers(text), &used);
    area.setTop(used.bottom() + after);
}

void drawFocusRing(QPainter& painter, const QRectF& rect, double radius, const Theme& theme) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
}

int widthOf(const QFont& font, const QString& text) {
    return static_cast<int>(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

PaintedButton::PaintedButton(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

bool PaintedButton::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && m_elided) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), accessibleName(), this);
        return true;
    }
    // The window's own key for Space must not take it away from a button that has the keyboard.
    if (event->type() == QEvent::ShortcutOverride && showsFocus() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        event->accept();
        return true;
    }
    return QAbstractButton::event(event);
}

void PaintedButton::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

void PaintedButton::focusInEvent(QFocusEvent* event) {
    m_keyboardFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                      event->reason() == Qt::ShortcutFocusReason;
    QAbstractButton::focusInEvent(event);
}

void PaintedButton::focusOutEvent(QFocusEvent* event) {
    m_keyboardFocus = false;
    QAbstractButton::focusOutEvent(event);
}

void PaintedButton::keyPressEvent(QKeyEvent* event) {
    m_keyboardFocus = true;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
    update();
}

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWholeText(text);
}

void ElidedLabel::setWholeText(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

QSize ElidedLabel::minimumSizeHint() const {
    return {fontMetrics().horizontalAdvance(QStringLiteral("…")), fontMetrics().height()};
}

QSize ElidedLabel::sizeHint() const {
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        elide();
}

void ElidedLabel::elide() {
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideRight, width());
    setText(shown);
    setToolTip(shown == m_text ? QString() : m_text);
}

QLabel* makeLabel(const QString& text, const char* type, const char* tone) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("type", type);
    label->setProperty("tone", tone);
    return label;
}

QString withWholeNumbers(QString text) {
    static const QRegularExpression gap(
        QStringLiteral("(?<=\\d)[ \\x{2009}](?=%|[kMGTPE]?i?B\\b|[nµm]?s\\b|[kM]?W\\b|TFLOP|USD)"));
    text.replace(gap, QString(QChar::Nbsp)); // the one that rich text keeps
    return text.replace(QStringLiteral("/s"), QStringLiteral("/\u2060s"));
}

void setParagraph(QLabel& label, const QString& text) {
    label.setTextFormat(Qt::RichText);
    label.setText(QStringLiteral("<p style=\"line-height:125%; margin:0\">%1</p>")
                      .arg(withWholeNumbers(text).toHtmlEscaped().replace('\n', QStringLiteral("<br>"))));
    label.setAccessibleName(text);
}

ElidedLabel* makeElided(const QString& text, const char* type, const char* tone) {
    auto* label = new ElidedLabel(text);
    label->setProperty("type", type);
    label->setProperty("tone", tone);
    return label;
}

} // namespace supernode

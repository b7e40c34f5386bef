// SPDX-License-Identifier: GPL-3.0-or-later
// What every painted control shares: rounded surfaces, a focus ring for the keyboard, text that never runs
// out.
//
// Thread: GUI. Colours and sizes come from currentTheme() at each paint, so a change of theme shows at once.
#pragma once

#include "views/theme/theme.h"

#include <QAbstractButton>
#include <QLabel>

class QPainter;

namespace supernode {

void drawRounded(QPainter& painter, const QRectF& rect, double radius, const QColor& fill,
                 const QColor& line = Qt::transparent, double lineWidth = 1);
// Draws one line, elided on the right when it does not fit; true when it was.
bool drawLine(QPainter& painter, const QRectF& rect, int alignment, const QString& text);
// Breaks lines; the next paragraph begins `after` pixels below, at the top that `area` is left with.
void drawParagraph(QPainter& painter, QRectF& area, const QString& text, const QFont& font,
                   const QColor& colour, double after);
void drawFocusRing(QPainter& painter, const QRectF& rect, double radius, const Theme& theme);
int widthOf(const QFont& font, const QString& text);

// A button that paints itself, shows a ring when the keyboard brought the focus, and whose tooltip is the
// whole text when the text did not fit.
class PaintedButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit PaintedButton(QWidget* parent = nullptr);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; // Return clicks, as Space does

    bool isHot() const { return isEnabled() && (underMouse() || isDown()); }
    bool showsFocus() const { return m_keyboardFocus && hasFocus(); }
    void setElided(bool elided) { m_elided = elided; }

private:
    bool m_keyboardFocus = false;
    bool m_elided = false;
};

// A label of one line that elides and then carries the whole text as its tooltip.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);
    void setWholeText(const QString& text);
    QString wholeText() const { return m_text; }

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void elide();
    QString m_text;
};

// Labels whose look the style sheet decides: type is a size, tone a colour.
QLabel* makeLabel(const QString& text, const char* type, const char* tone = "text");
// No line ends between a number and its unit, or within "GB/s".
// Promise: they stay on one line. [Painted.ANumberAndItsUnitStayOnOneLine]
QString withWholeNumbers(QString text);
// Several lines of plain text with air between them.
void setParagraph(QLabel& label, const QString& text);
ElidedLabel* makeElided(const QString& text, const char* type, const char* tone = "text");

} // namespace supernode

// SPDX-License-Identifier: GPL-3.0-or-later
// A knob of the question: name on the left, value on the right, where it can be typed, a slider beneath.
//
// The slider counts whole steps; the owner says what a step means. A click on the track goes there at once. A
// typed text is handed on as it is; until the owner answers with a value, the old one stays. Promise: a text
// that was typed is handed on. [Controls.AValueCanBeTyped]
#pragma once

#include "views/panels/painted.h"

#include <QLineEdit>
#include <QSlider>

#include <functional>

namespace supernode {

class TrackSlider : public QSlider {
    Q_OBJECT

public:
    explicit TrackSlider(QWidget* parent = nullptr);
    void setAccent(const QColor& accent);
    QSize sizeHint() const override { return {160, space::mainTarget}; }
    double knobX() const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override; // scrolls what it stands in, and moves nothing

private:
    int stepAt(double x) const;
    QColor m_accent;
    bool m_keyboardFocus = false;
};

class ParameterSlider : public QWidget {
    Q_OBJECT

public:
    using Words = std::function<QString(int step)>;
    explicit ParameterSlider(QWidget* parent = nullptr);
    void setName(const QString& name);
    void setSteps(int first, int last, Words words);
    void setStep(int step); // does not emit
    int step() const { return m_slider->value(); }
    // A value that lies between the steps; until the next step is set.
    void setValueText(const QString& text);
    QString valueText() const { return m_shown; }
    QLineEdit* edit() const { return m_value; }
    void setAccent(const QColor& accent) { m_slider->setAccent(accent); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }
    TrackSlider* slider() const { return m_slider; }

signals:
    void moved(int step); // by a person
    void typed(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showValue();
    void arrange();
    int headHeight() const;
    ElidedLabel* m_name;
    QLineEdit* m_value;
    QString m_shown;
    TrackSlider* m_slider;
    Words m_words;
};

} // namespace supernode

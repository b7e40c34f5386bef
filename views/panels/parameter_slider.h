// SPDX-License-Identifier: GPL-3.0-or-later
// A knob of the question: name on the left, value in words on the right, a slider beneath.
//
// The slider counts whole steps; the owner says what a step means. A click on the track goes there at once.
#pragma once

#include "views/panels/painted.h"

#include <QSlider>

#include <functional>

namespace supernode {

class TrackSlider : public QSlider {
    Q_OBJECT

public:
    explicit TrackSlider(QWidget* parent = nullptr);
    void setAccent(const QColor& accent);
    QSize sizeHint() const override { return {160, space::target}; }
    double knobX() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

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
    QString valueText() const { return m_value->text(); }
    void setAccent(const QColor& accent) { m_slider->setAccent(accent); }
    TrackSlider* slider() const { return m_slider; }

signals:
    void moved(int step); // by a person

private:
    void showValue();
    ElidedLabel* m_name;
    QLabel* m_value;
    TrackSlider* m_slider;
    Words m_words;
};

} // namespace supernode

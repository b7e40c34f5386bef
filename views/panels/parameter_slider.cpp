// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/parameter_slider.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QTimer>
#include <QWheelEvent>

#include <cmath>

namespace supernode {
namespace {

constexpr double knob = 8; // radius

} // namespace

TrackSlider::TrackSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(space::mainTarget);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

// The window's own keys for these must not take them away from the slider that has the keyboard.
bool TrackSlider::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride)
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Home:
        case Qt::Key_End:
            event->accept();
            return true;
        default:
            break;
        }
    return QSlider::event(event);
}

void TrackSlider::setAccent(const QColor& accent) {
    m_accent = accent;
    update();
}

double TrackSlider::knobX() const {
    const double span = std::max(1, maximum() - minimum());
    return knob + (width() - 2 * knob) * (sliderPosition() - minimum()) / span;
}

int TrackSlider::stepAt(double x) const {
    const double share = std::clamp((x - knob) / std::max(1.0, width() - 2 * knob), 0.0, 1.0);
    return minimum() + static_cast<int>(std::lround(share * (maximum() - minimum())));
}

void TrackSlider::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0, x = knobX();
    p.setPen(Qt::NoPen);
    p.setBrush(t.groove);
    p.drawRoundedRect(QRectF(0, y - 2, width(), 4), 2, 2);
    p.setBrush(m_accent.isValid() ? m_accent : t.accent);
    p.drawRoundedRect(QRectF(0, y - 2, x, 4), 2, 2);
    const bool dark = t.panel.lightness() < 128;
    p.setBrush(dark ? t.text : t.panel);
    p.setPen(dark ? QPen(Qt::NoPen) : QPen(t.textDim, 1));
    p.drawEllipse(QPointF(x, y), knob, knob);
    if (m_keyboardFocus && hasFocus()) {
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(t.accent, 2));
        p.drawEllipse(QPointF(std::clamp(x, knob + 3, width() - knob - 3), y), knob + 3, knob + 3);
    }
}

void TrackSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return QSlider::mousePressEvent(event);
    setSliderDown(true);
    setValue(stepAt(event->position().x()));
}

void TrackSlider::mouseMoveEvent(QMouseEvent* event) {
    if (isSliderDown())
        setValue(stepAt(event->position().x()));
}

void TrackSlider::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        setSliderDown(false);
}

void TrackSlider::wheelEvent(QWheelEvent* event) { event->ignore(); }

void TrackSlider::focusInEvent(QFocusEvent* event) {
    m_keyboardFocus = event->reason() != Qt::MouseFocusReason;
    QSlider::focusInEvent(event);
}

ParameterSlider::ParameterSlider(QWidget* parent)
    : QWidget(parent), m_name(makeElided({}, "control")), m_value(new QLineEdit), m_slider(new TrackSlider) {
    for (QWidget* part :
         {static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_value)})
        part->setParent(this);
    m_name->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_value->setProperty("look", "value");
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_value->setFocusPolicy(Qt::ClickFocus); // Tab goes from slider to slider
    m_value->installEventFilter(this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        showValue();
        emit moved(step);
    });
    connect(m_value, &QLineEdit::returnPressed, this, [this] {
        const QString text = m_value->text();
        m_value->clearFocus();
        if (text != m_shown)
            emit typed(text);
    });
}

int ParameterSlider::headHeight() const { return currentTheme().px(TextSize::Control) + 10; }

// The slider reaches under its heading: a finger needs more height than the eye.
QSize ParameterSlider::sizeHint() const { return {200, headHeight() + space::mainTarget - 14}; }

void ParameterSlider::resizeEvent(QResizeEvent*) { arrange(); }

void ParameterSlider::arrange() {
    const int head = headHeight();
    const int room =
        std::min(width(), widthOf(currentTheme().font(TextSize::Control, QFont::DemiBold), m_shown) + 16);
    m_slider->setGeometry(0, height() - space::mainTarget, width(), space::mainTarget);
    m_value->setGeometry(width() - room, 0, room, head);
    m_name->setGeometry(0, 0, width() - room, head);
}

void ParameterSlider::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        arrange();
    }
}

bool ParameterSlider::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn)
        QTimer::singleShot(0, m_value, &QLineEdit::selectAll); // after the click has set its cursor
    const bool escape =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (escape)
        m_value->clearFocus();
    if (escape || event->type() == QEvent::FocusOut)
        m_value->setText(m_shown);
    return escape || QWidget::eventFilter(watched, event);
}

void ParameterSlider::setName(const QString& name) {
    m_name->setWholeText(name);
    m_slider->setAccessibleName(name);
    m_value->setAccessibleName(name);
}

void ParameterSlider::setSteps(int first, int last, Words words) {
    const QSignalBlocker quiet(m_slider);
    m_words = std::move(words);
    m_slider->setRange(first, last);
    m_slider->setPageStep(std::max(1, (last - first) / 5));
    showValue();
}

void ParameterSlider::setStep(int step) {
    const QSignalBlocker quiet(m_slider);
    if (!m_slider->isSliderDown())
        m_slider->setValue(step);
    showValue();
}

void ParameterSlider::showValue() {
    setValueText(m_words ? m_words(m_slider->value()) : QString::number(m_slider->value()));
    m_slider->update();
}

void ParameterSlider::setValueText(const QString& text) {
    m_shown = text;
    m_value->setText(text);
    m_slider->setAccessibleDescription(text);
    arrange();
}

} // namespace supernode

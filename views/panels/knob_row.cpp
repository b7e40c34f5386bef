// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/knob_row.h"

#include "views/panels/parameter_slider.h"
#include "views/panels/segmented.h"
#include "views/panels/workload_table.h"
#include "views/theme/words.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace supernode {
namespace {

constexpr std::size_t mostSegments = 3;

QString text(std::string_view ofTheModel) { return word(std::string(ofTheModel)); }

} // namespace

KnobRow::KnobRow(const Knob& knob, const std::vector<Option>& words, const SystemSpec& system,
                 QWidget* parent)
    : QWidget(parent), m_knob(knob) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (knob.form == KnobForm::Choice || !words.empty())
        buildWords(words, system);
    else if (knob.form == KnobForm::Text)
        buildLine();
    else
        buildSlider();
    setToolTip(text(knob.words->sentence));
    setKnob(knob, system);
}

void KnobRow::buildSlider() {
    m_slider = new ParameterSlider;
    m_slider->setName(text(m_knob.words->name));
    layout()->addWidget(m_slider);
    connect(m_slider, &ParameterSlider::moved, this, [this](int step) {
        if (step >= 0 && step < static_cast<int>(m_stops.size()))
            emit numberChosen(m_stops[static_cast<std::size_t>(step)]);
    });
    connect(m_slider->slider(), &QSlider::sliderReleased, this, &KnobRow::dragEnded);
    connect(m_slider, &ParameterSlider::typed, this, &KnobRow::take);
}

void KnobRow::buildWords(const std::vector<Option>& words, const SystemSpec& system) {
    m_ownWords = !words.empty();
    if (words.empty() && m_knob.choices.size() <= mostSegments) {
        auto* name = makeElided(text(m_knob.words->name), "control");
        m_segments = new Segmented(Segmented::Look::Track);
        m_segments->setAccessibleName(text(m_knob.words->name));
        static_cast<QVBoxLayout*>(layout())->setSpacing(space::half);
        layout()->addWidget(name);
        layout()->addWidget(m_segments);
        connect(m_segments, &Segmented::chosen, this, [this](int i) {
            emit wordChosen(QString::fromLatin1(m_knob.choices[static_cast<std::size_t>(i)].data()));
        });
        return;
    }
    m_list = new ChoiceField;
    m_list->setTitle(text(m_knob.words->name), text(m_knob.words->sentence));
    m_list->setOptions(words.empty() ? options(system) : words);
    layout()->addWidget(m_list);
    connect(m_list, &ChoiceField::chosen, this, &KnobRow::wordChosen);
}

void KnobRow::buildLine() {
    auto* name = makeElided(text(m_knob.words->name), "control");
    m_line = new QLineEdit;
    m_line->setMinimumHeight(space::mainTarget);
    m_line->setAccessibleName(text(m_knob.words->name));
    m_line->setPlaceholderText(tr("the first that fits"));
    layout()->addWidget(name);
    layout()->addWidget(m_line);
    connect(m_line, &QLineEdit::returnPressed, this, [this] { emit wordChosen(m_line->text().trimmed()); });
}

std::vector<Option> KnobRow::options(const SystemSpec& system) const {
    std::vector<Option> made;
    for (const std::string_view choice : m_knob.choices)
        made.push_back({QString::fromLatin1(choice.data()),
                        text(choice),
                        {},
                        whyNot(m_knob.words->field, choice, system)});
    return made;
}

void KnobRow::setKnob(const Knob& knob, const SystemSpec& system) {
    m_knob = knob;
    const QString current = QString::fromStdString(knob.word);
    if (m_slider) {
        m_stops = stopsOf(knob);
        m_slider->setAccent(QColor(QString::fromStdString(system.accent)));
        m_slider->setSteps(0, static_cast<int>(m_stops.size()) - 1, [this](int step) {
            return textOf(m_knob, m_stops[static_cast<std::size_t>(step)]);
        });
        m_slider->setStep(stopNear(m_stops, knob.value));
        if (!m_slider->slider()->isSliderDown())
            m_slider->setValueText(textOf(knob, knob.value));
    } else if (m_segments) {
        QStringList words;
        const std::vector<Option> all = options(system);
        for (const Option& option : all)
            words << option.title;
        m_segments->setOptions(words);
        for (int i = 0; i < words.size(); ++i) {
            m_segments->setOptionEnabled(i, all[static_cast<std::size_t>(i)].whyNot.isEmpty(),
                                         all[static_cast<std::size_t>(i)].whyNot);
            if (all[static_cast<std::size_t>(i)].id == current)
                m_segments->setCurrent(i);
        }
    } else if (m_list) {
        if (!m_ownWords)
            m_list->setOptions(options(system));
        m_list->setCurrent(current);
    } else if (m_line && !m_line->hasFocus()) {
        m_line->setText(current);
    }
}

void KnobRow::take(const QString& said) {
    if (const std::optional<KnobValue> value = typed(m_knob, said))
        emit numberChosen(*value);
    else
        emit notUnderstood(tr("%1: \"%2\" is no value. Give a number like %3.")
                               .arg(text(m_knob.words->name), said, textOf(m_knob, m_knob.usual.most)));
    emit dragEnded();
}

} // namespace supernode

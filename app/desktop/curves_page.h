// SPDX-License-Identifier: GPL-3.0-or-later
// The page of curves: one subject, two questions, a curve for each machine.
//
// Worked out on a thread of its own when it is shown, and anew when a machine or the subject has changed; the
// newest question is what is shown, and what is not wanted any more is stopped. Thread: GUI.
// Promise: another subject brings other curves. [CurvesPageTest.AnotherSubjectBringsOtherCurves]
#pragma once

#include "app/desktop/curve_data.h"
#include "app/desktop/newest_work.h"
#include "views/charts/curve_card.h"

#include <QWidget>

#include <optional>

namespace supernode {

class PillButton;
class Segmented;

class CurvesPage : public QWidget {
    Q_OBJECT

public:
    explicit CurvesPage(QWidget* parent = nullptr);

    void setMachines(std::vector<CurveMachine> machines);
    void setActive(bool active);
    void waitForAnswer();
    void workOut(); // where something has changed; even where it is not shown
    CurveCard& card(std::size_t index) { return *m_cards[index]; }
    const std::array<CurveCard*, 2>& cards() const { return m_cards; }
    PillButton& saveButton(std::size_t index) { return *m_saves[index]; }
    Segmented& subjects() { return *m_subjects; }
    Segmented& parts() { return *m_parts; } // what fails, of failures

private:
    struct Question {
        CurveSubject subject = CurveSubject::AllReduce;
        std::string part = wearingParts.front(); // that fails
        std::vector<CurveMachine> machines;

        bool operator==(const Question&) const = default;
    };
    void ask();
    void tell(const std::array<CurveQuestion, 2>& curves);

    Question m_question;
    std::optional<Question> m_asked;
    bool m_active = false;
    Segmented *m_subjects, *m_parts;
    std::array<CurveCard*, 2> m_cards{};
    std::array<PillButton*, 2> m_saves{};
    NewestWork m_working{this};
};

} // namespace supernode

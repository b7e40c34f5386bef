// SPDX-License-Identifier: GPL-3.0-or-later
// The planes of the fabric as numbered pills in their colours; a failed one is magenta, outlined and crossed
// out.
#pragma once

#include "model/base/ids.h"
#include "views/panels/painted.h"

#include <vector>

class QGridLayout;

namespace supernode {

struct PlanePill {
    ElementId element;
    QString name; // "plane 3"
    bool failed = false;
    bool selected = false;
    bool operator==(const PlanePill&) const = default;
};

class PlaneButton : public PaintedButton {
    Q_OBJECT

public:
    PlaneButton(int number, int planes, QWidget* parent);
    void setPill(const PlanePill& pill);
    ElementId element() const { return m_pill.element; }
    QSize sizeHint() const override { return {28, space::target}; }
    QSize minimumSizeHint() const override { return {18, space::target}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_number, m_planes;
    PlanePill m_pill;
};

class PlaneStrip : public QWidget {
    Q_OBJECT

public:
    explicit PlaneStrip(QWidget* parent = nullptr);
    void setPlanes(const std::vector<PlanePill>& planes);
    const std::vector<PlaneButton*>& buttons() const { return m_buttons; }

signals:
    void planeChosen(ElementId plane);

private:
    QGridLayout* m_grid;
    std::vector<PlaneButton*> m_buttons;
};

} // namespace supernode

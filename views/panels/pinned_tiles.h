// SPDX-License-Identifier: GPL-3.0-or-later
// Elements that stay in sight while others are selected: a tile for each, with how busy it is now.
//
// Kept by name, so that they outlive another answer and another machine that has them. A click selects, the
// cross lets go. Thread: GUI.
// Promise: a pinned element stays while others are selected. [PinnedTilesTest.StaysWhileTimePasses]
#pragma once

#include "model/outcome/outcome.h"
#include "views/panels/painted.h"

#include <QFrame>
#include <QStringList>

#include <vector>

class QVBoxLayout;

namespace supernode {

class SignButton;

class PinnedTile : public PaintedButton {
    Q_OBJECT

public:
    explicit PinnedTile(QWidget* parent = nullptr);
    void setTexts(const QString& name, const QString& rate, double utilization, bool failed);
    SignButton* letGoButton() const { return m_letGo; }
    QString rateText() const { return m_rate; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QString m_name, m_rate;
    double m_utilization = 0;
    bool m_failed = false;
    SignButton* m_letGo;
};

class PinnedTiles : public QWidget {
    Q_OBJECT

public:
    explicit PinnedTiles(QWidget* parent = nullptr);
    void toggle(const std::string& name); // pins it, or lets it go
    bool isPinned(const std::string& name) const;
    const std::vector<std::string>& names() const { return m_names; }
    void setNames(std::vector<std::string> names);
    void show(const Outcome& outcome, const Interval& interval);
    const std::vector<PinnedTile*>& tiles() const { return m_tiles; } // of those that the machine has

signals:
    void elementSelected(supernode::ElementId element);
    void changed();

private:
    std::vector<std::string> m_names;
    std::vector<PinnedTile*> m_tiles;
    std::vector<ElementId> m_elements;     // of the tiles
    std::vector<std::string> m_shownNames; // of the tiles
    QLabel* m_title;
    QVBoxLayout* m_column;
};

} // namespace supernode

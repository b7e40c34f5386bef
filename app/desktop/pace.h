// SPDX-License-Identifier: GPL-3.0-or-later
// How often what shows a moment of a run is told of another while it plays: ten times a second, which eyes
// can follow and words can be read at. Who stands still is told at once. Thread: that of its owner.
#pragma once

#include <QElapsedTimer>

namespace supernode {

class Pace {
public:
    // True: tell now; the next time counts from here.
    bool isDue(bool playing) {
        constexpr qint64 milliseconds = 90;
        if (playing && m_told.isValid() && m_told.elapsed() < milliseconds)
            return false;
        m_told.start();
        return true;
    }

private:
    QElapsedTimer m_told;
};

} // namespace supernode

// SPDX-License-Identifier: GPL-3.0-or-later
// A QR code, black on white whatever the theme is, with its quiet zone, in whole pixels.
#pragma once

#include <QWidget>

#include <vector>

namespace supernode {

class QrView : public QWidget {
    Q_OBJECT

public:
    explicit QrView(QWidget* parent = nullptr);
    // `size`: squares along an edge; `dark` row by row. 0: nothing to show.
    void setSquares(int size, const std::vector<bool>& dark);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_size = 0;
    std::vector<bool> m_dark;
};

} // namespace supernode

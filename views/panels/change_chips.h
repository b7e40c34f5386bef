// SPDX-License-Identifier: GPL-3.0-or-later
// The what-ifs in the order in which they were made, each with a cross that takes it back.
#pragma once

#include "views/panels/painted.h"

#include <vector>

class QVBoxLayout;

namespace supernode {

class SignButton;

struct ChangeChip {
    QString text; // "plane 3 failed"
    bool failure = false;
    QString second = {}; // line; "" where there is one line
    bool operator==(const ChangeChip&) const = default;
};

class ChangeChipView : public QWidget {
    Q_OBJECT

public:
    explicit ChangeChipView(const ChangeChip& chip, QWidget* parent = nullptr);
    SignButton* removeButton() const { return m_remove; }

signals:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_failure;
    SignButton* m_remove;
};

class ChangeChips : public QWidget {
    Q_OBJECT

public:
    explicit ChangeChips(QWidget* parent = nullptr);
    void setChips(const std::vector<ChangeChip>& chips);
    const std::vector<ChangeChipView*>& views() const { return m_views; }

signals:
    void removeRequested(int index);

private:
    QVBoxLayout* m_column;
    std::vector<ChangeChip> m_chips;
    std::vector<ChangeChipView*> m_views;
};

} // namespace supernode

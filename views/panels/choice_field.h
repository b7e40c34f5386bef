// SPDX-License-Identifier: GPL-3.0-or-later
// One choice out of many: what is chosen now, and the list of all, which unfolds beneath it.
//
// FoldButton is the line that unfolds: a title, the present value beside it, a sign for open or shut. Thread:
// GUI. Promise: a choice folds the list and is emitted once.
// [ChoiceField.AChoiceFoldsTheListAndIsEmittedOnce]
#pragma once

#include "views/panels/painted.h"

#include <vector>

class QVBoxLayout;

namespace supernode {

class ChoiceCard;

class FoldButton : public PaintedButton {
    Q_OBJECT

public:
    enum class Look { Heading, Field };
    explicit FoldButton(Look look, QWidget* parent = nullptr);
    void setTexts(const QString& title, const QString& value);
    QString value() const { return m_value; }
    void setOpen(bool open); // does not emit
    bool isOpen() const { return isChecked(); }
    QSize sizeHint() const override { return {200, space::mainTarget}; }
    QSize minimumSizeHint() const override { return {96, space::mainTarget}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QString m_value;
};

struct Option {
    QString id, title, sentence;
    QString whyNot = {}; // "" where it can be chosen

    bool operator==(const Option&) const = default;
};

class ChoiceField : public QWidget {
    Q_OBJECT

public:
    explicit ChoiceField(QWidget* parent = nullptr);
    void setTitle(const QString& title, const QString& sentence = {});
    void setOptions(const std::vector<Option>& options);
    void setCurrent(const QString& id); // does not emit; "" where none is chosen
    FoldButton* button() const { return m_button; }
    const std::vector<ChoiceCard*>& cards() const { return m_cards; }

signals:
    void chosen(const QString& id); // by a person

private:
    void show();
    FoldButton* m_button;
    QWidget* m_list;
    QVBoxLayout* m_column;
    QString m_title, m_current;
    std::vector<Option> m_options;
    std::vector<ChoiceCard*> m_cards;
};

} // namespace supernode

// SPDX-License-Identifier: GPL-3.0-or-later
// A line of the inspector: label, value, grade; a click opens where the number comes from.
#pragma once

#include "views/panels/inspection.h"
#include "views/panels/painted.h"

#include <QFrame>

namespace supernode {

class PillButton;

class FactRowHeader : public PaintedButton {
    Q_OBJECT

public:
    explicit FactRowHeader(QWidget* parent = nullptr);
    void setRow(const InspectionRow& row);
    QSize sizeHint() const override { return {248, space::target}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_label, m_value, m_grade;
};

class FactRow : public QWidget {
    Q_OBJECT

public:
    explicit FactRow(QWidget* parent = nullptr);
    void setRow(const InspectionRow& row);
    void setOpen(bool open);
    bool isOpen() const { return m_header->isChecked(); }
    FactRowHeader* header() const { return m_header; }
    QString detailText() const;
    PillButton* elementButton() const { return m_element; } // hidden where there is nowhere to look

signals:
    void elementAsked(const QString& name);

private:
    void fillDetail(const InspectionRow& row);
    FactRowHeader* m_header;
    QFrame* m_detail;
    QLabel *m_explanation, *m_source;
    PillButton* m_element;
    QString m_elementName;
};

} // namespace supernode

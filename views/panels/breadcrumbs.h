// SPDX-License-Identifier: GPL-3.0-or-later
// Where one is: "Supernode › Rack 5 › Node 18", each part clickable, with back and forward.
#pragma once

#include "model/fabric/fabric.h"
#include "views/panels/painted.h"

class QHBoxLayout;

namespace supernode {

class SignButton;

class CrumbButton : public PaintedButton {
    Q_OBJECT

public:
    CrumbButton(ElementId element, const QString& text, bool last, QWidget* parent);
    ElementId element() const { return m_element; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {24, space::target}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ElementId m_element;
    bool m_last;
};

class Breadcrumbs : public QWidget {
    Q_OBJECT

public:
    explicit Breadcrumbs(QWidget* parent = nullptr);
    void setElement(const Fabric& fabric, ElementId element); // an invalid id shows the system
    void setHistory(bool canGoBack, bool canGoForward);
    const std::vector<CrumbButton*>& crumbs() const { return m_crumbs; }
    SignButton* backButton() const { return m_back; }
    SignButton* forwardButton() const { return m_forward; }
    QSize sizeHint() const override; // with all crumbs, shown or not

signals:
    void elementSelected(supernode::ElementId element);
    void backRequested();
    void forwardRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit(); // where the room is short the nearest ones stay: whole names, not all of them in pieces
    int fixedWidth() const;
    QHBoxLayout* m_line;
    SignButton *m_back, *m_forward;
    std::vector<std::pair<ElementId, QString>> m_steps; // as they are called, and their buttons
    std::vector<CrumbButton*> m_crumbs;
};

} // namespace supernode

// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet over the right side of the window: one page at a time, beneath the header, gone with a cross or
// Esc.
//
// It lies over what stands there and moves nothing. Ownership: takes its pages. Thread: GUI.
// Promise: one page at a time, and the same button closes it. [SheetTest.OnePageAtATime]
#pragma once

#include <QFrame>

#include <vector>

class QLabel;
class QStackedWidget;

namespace supernode {

class SignButton;

class Sheet : public QFrame {
    Q_OBJECT

public:
    // `beneath`: what stays free above it.
    Sheet(QWidget* window, QWidget* beneath);
    enum class Width { Narrow, Half }; // as the inspector, or half of the window
    int addPage(const QString& title, QWidget* content, Width width = Width::Narrow);
    void open(int page);
    void toggle(int page);
    void close();
    int page() const; // -1: closed
    SignButton* closeButton() const { return m_close; }

signals:
    void opened(int page); // -1: closed

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void place();
    QWidget *m_window, *m_beneath;
    QLabel* m_title;
    SignButton* m_close;
    QStackedWidget* m_pages;
    std::vector<QString> m_titles;
    std::vector<Width> m_widths; // of the pages
};

} // namespace supernode

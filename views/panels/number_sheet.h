// SPDX-License-Identifier: GPL-3.0-or-later
// A card over the window with a title and rich text that scrolls: why a number has its value.
//
// Esc, its cross and a click beside it close it; links open in the browser. Ownership: a child of what it
// covers. Thread: GUI.
#pragma once

#include "views/panels/overlay.h"

class QHBoxLayout;
class QLabel;

namespace supernode {

class PillButton;
class SignButton;

class NumberSheet : public Overlay {
    Q_OBJECT

public:
    enum class From { Chart, Tile }; // the chart can be saved
    explicit NumberSheet(QWidget* over, From from = From::Chart);
    // While it is open the text changes under the reader's eyes, at the same place.
    void tell(const QString& title, const QString& subtitle, const QString& html);
    QString title() const;
    QString html() const;
    const std::vector<PillButton*>& saveButtons() const { return m_saves; } // PNG, SVG, CSV; or none
    SignButton* closeButton() const { return m_close; }

signals:
    void saveAsked(int format); // of the chart that the number is from

protected:
    QRect cardPlace() const override;

private:
    void addSaveButtons(QHBoxLayout* head);

    QLabel *m_title, *m_subtitle, *m_text;
    std::vector<PillButton*> m_saves;
    SignButton* m_close;
};

} // namespace supernode

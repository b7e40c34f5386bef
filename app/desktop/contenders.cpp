// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/contenders.h"

#include "app/files/builtin.h"
#include "app/files/open_scenario.h"
#include "views/panels/painted.h"
#include "views/panels/pill_button.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

namespace supernode {

Contenders::Contenders(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session),
      m_add(new PillButton(tr("Add a machine"), PillButton::Look::Quiet)), m_legend(new QHBoxLayout(this)) {
    m_legend->setContentsMargins(0, 0, 0, 0);
    m_legend->setSpacing(space::wide);
    m_add->setToolTip(tr("Another system, a scenario file, or this machine as it was built"));
    connect(m_add, &PillButton::clicked, this, &Contenders::openMenu);
    hide();
}

std::vector<Contender> Contenders::others() const {
    std::vector<Contender> all;
    for (const Guest& guest : m_guests) {
        if (guest) {
            all.push_back(*guest);
            continue;
        }
        const auto& systems = m_session.systems();
        const auto usual = std::find_if(systems.begin(), systems.end(), [&](const SystemPtr& s) {
            return s->id != m_session.scenario().system->id;
        });
        if (usual != systems.end())
            all.push_back({*usual});
    }
    return all;
}

void Contenders::setGuests(std::vector<Guest> guests) {
    m_guests = std::move(guests);
    m_add->setEnabled(m_guests.size() + 1 < most);
    emit changed();
}

void Contenders::add(const Contender& contender) {
    if (m_guests.size() + 1 >= most)
        return emit told(tr("Four machines are the most that fit on the board."));
    std::vector<Guest> more = m_guests;
    more.emplace_back(contender);
    setGuests(std::move(more));
}

void Contenders::remove(std::size_t guest) {
    std::vector<Guest> fewer = m_guests;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(guest));
    setGuests(std::move(fewer));
}

void Contenders::addFile(const QString& path) {
    const Result<Scenario> scenario = openScenario(path.toStdString());
    const Result<OutcomePtr> answer =
        scenario ? evaluate(*scenario) : Result<OutcomePtr>::refused(scenario.issues());
    if (!answer)
        return emit told(QFileInfo(path).fileName() + ": " +
                         QString::fromStdString(toSentence(answer.issues().front())));
    add({scenario->system, scenario->changes});
}

void Contenders::askForFile() {
    QFileDialog dialog(this, tr("A machine of a scenario file"), {}, tr("Scenarios (*.json)"));
    if (dialog.exec() == QDialog::Accepted)
        addFile(dialog.selectedFiles().front());
}

bool Contenders::isThere(const std::string& system) const {
    const std::vector<Contender> all = others();
    return m_session.scenario().system->id == system ||
           std::any_of(all.begin(), all.end(), [&](const Contender& c) {
               return c.changes.empty() && c.system && c.system->id == system;
           });
}

void Contenders::openMenu() {
    auto* menu = new QMenu(m_add);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [&](const QString& name, const Contender& contender) {
        connect(menu->addAction(name), &QAction::triggered, this, [this, contender] { add(contender); });
    };
    const Scenario& own = m_session.scenario();
    const bool isBeside = std::find(m_guests.begin(), m_guests.end(), Guest(Contender{})) != m_guests.end();
    if (!own.changes.empty() && !isBeside)
        offer(tr("%1 as it was built").arg(QString::fromStdString(own.system->name)), {});
    std::vector<SystemPtr> systems = m_session.systems();
    for (const std::string& name : builtinSystemNames())
        if (std::none_of(systems.begin(), systems.end(), [&](const SystemPtr& s) { return s->id == name; }))
            systems.push_back(builtinSystem(name));
    for (const SystemPtr& system : systems)
        if (!isThere(system->id))
            offer(QString::fromStdString(system->name), {system});
    menu->addSeparator();
    connect(menu->addAction(tr("Of a scenario file…")), &QAction::triggered, this, &Contenders::askForFile);
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

void Contenders::tell(const std::vector<BoardMachine>& machines,
                      const std::vector<std::optional<std::size_t>>& guest) {
    for (QWidget* chip : m_chips) {
        chip->hide();
        chip->deleteLater(); // its button may be what was clicked
    }
    m_chips.clear();
    m_removes.clear();
    delete m_legend->takeAt(m_legend->count() - 1); // the stretch
    for (std::size_t i = 0; i < machines.size(); ++i) {
        auto* chip = new QWidget;
        auto* row = new QHBoxLayout(chip);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space::half);
        QLabel* square = makeLabel(QStringLiteral("■"), "body");
        square->setStyleSheet(QStringLiteral("color: %1").arg(machines[i].colour.name()));
        row->addWidget(square);
        row->addWidget(makeElided(machines[i].name, "body"), 1);
        if (guest[i] && machines.size() > 2) {
            auto* cross = new SignButton(Sign::Cross, tr("Remove %1").arg(machines[i].name));
            connect(cross, &SignButton::clicked, this, [this, which = *guest[i]] { remove(which); });
            row->addWidget(cross);
            m_removes.push_back(cross);
        }
        m_legend->addWidget(chip);
        m_chips.push_back(chip);
    }
    m_legend->addStretch(1);
    setVisible(machines.size() > 2 || m_guests != std::vector<Guest>{std::nullopt});
}

} // namespace supernode

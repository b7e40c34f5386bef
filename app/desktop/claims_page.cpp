// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/claims_page.h"

#include "app/desktop/claim_words.h"
#include "app/files/builtin.h"
#include "views/panels/panel_scroll.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace supernode {

ClaimsPage::ClaimsPage(QWidget* parent) : QWidget(parent) {
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(space::unit);
    m_headline = makeElided(tr("Counting every claim again …"), "large");
    m_key =
        makeElided(tr("Scale: CloudMatrix 384 over NVL72, ¼× to 8×, the upright line is level. "
                      "Ring: claimed. Dot: counted. Diamond: another count, mostly a chip against a chip. "
                      "A claim holds within 5 %."),
                   "body", "dim");
    page->addWidget(m_headline);
    page->addWidget(m_key);
    auto* card = new QFrame;
    card->setProperty("surface", "card");
    auto* scroll = new PanelScroll(card, {space::unit, space::unit, space::unit, space::unit});
    m_list = scroll->column();
    m_list->setSpacing(0);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::wide);
    columns->addWidget(card, 9);
    columns->addWidget(buildDetail(), 5);
    page->addLayout(columns, 1);
}

QWidget* ClaimsPage::buildDetail() {
    auto* card = new QFrame;
    card->setProperty("surface", "card");
    card->setMinimumWidth(280);
    auto* scroll = new PanelScroll(card, {space::wide, space::wide, space::wide, space::wide});
    m_detailTitle = makeLabel({}, "strong");
    m_detail = makeLabel({}, "body");
    m_detail->setTextFormat(Qt::RichText);
    m_detail->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_detail->setOpenExternalLinks(true);
    for (QLabel* label : {m_detailTitle, m_detail}) {
        label->setWordWrap(true);
        scroll->column()->addWidget(label);
    }
    scroll->column()->addStretch(1);
    return card;
}

void ClaimsPage::setMachines(const std::vector<ClaimedMachine>& machines) {
    m_machines.clear();
    for (const SystemPtr& system : builtinSystems()) {
        const auto same = std::find_if(machines.begin(), machines.end(),
                                       [&](const ClaimedMachine& m) { return m.system->id == system->id; });
        m_machines.push_back(same == machines.end() ? ClaimedMachine{system} : *same);
    }
    if (m_active)
        count();
}

void ClaimsPage::setActive(bool active) {
    m_active = active;
    if (m_active)
        count();
}

void ClaimsPage::count() {
    if (m_machines.empty() || (m_asked && *m_asked == m_machines))
        return;
    m_asked = m_machines;
    m_counting.ask([this, machines = m_machines](const std::stop_token&) -> NewestWork::Deliver {
        return [this, made = checkClaims(builtinClaims(), builtinFacts(), machines)] { receive(made); };
    });
}

void ClaimsPage::waitForAnswer() { m_counting.waitForAnswer(); }

void ClaimsPage::receive(std::vector<CheckedClaim> checked) {
    m_checked = std::move(checked);
    static_cast<ElidedLabel*>(m_headline)->setWholeText(summaryOf(m_checked));
    for (std::size_t i = 0; i < m_checked.size(); ++i) {
        if (i < m_rows.size()) {
            m_rows[i]->setView(viewOf(m_checked[i]));
            continue;
        }
        auto* row = new ClaimRow(viewOf(m_checked[i]));
        connect(row, &QAbstractButton::clicked, this, [this, i] { choose(i); });
        m_list->addWidget(row);
        m_rows.push_back(row);
    }
    if (m_list->count() == static_cast<int>(m_rows.size()))
        m_list->addStretch(1);
    if (!m_checked.empty())
        choose(m_chosen);
}

void ClaimsPage::choose(std::size_t index) {
    m_chosen = index;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setChecked(i == index);
    m_detailTitle->setText(m_rows[index]->view().title);
    m_detail->setText(detailOf(m_checked[index]));
}

QString ClaimsPage::headline() const { return static_cast<ElidedLabel*>(m_headline)->wholeText(); }

QString ClaimsPage::detail() const { return m_detail->text(); }

} // namespace supernode

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/preset_words.h"

#include "app/files/builtin.h"

#include <QCoreApplication>

#include <algorithm>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

// In the order in which a visitor should meet them.
std::vector<Option> told() {
    return {
        {"all-to-all", tr("Everybody to everybody"), tr("768 dies exchange 64 MiB each")},
        {"all-to-all-plane-3-failed", tr("One of seven planes dies"), tr("the same, with plane 3 cut")},
        {"moe-decode", tr("DeepSeek-R1 answers"), tr("decode on 160 NPUs, 96 requests each")},
        {"prefill", tr("DeepSeek-R1 reads"), tr("prompts of 4,096 tokens on 16 NPUs")},
        {"serving", tr("A service under load"), tr("60 requests a second, prefill and decode")},
        {"training-step", tr("Llama 3 405B learns"), tr("tensor, pipeline and data ranks on 384 NPUs")},
        {"training-step-experts", tr("DeepSeek-V3 learns"), tr("its experts spread over 32 dies")},
        {"all-reduce", tr("All-reduce"), tr("512 MiB summed over all dies")},
        {"all-gather", tr("All-gather"), tr("64 MiB put together on every die")},
        {"broadcast", tr("Broadcast"), tr("64 MiB from one die to all")},
        {"moe-dispatch", tr("Expert dispatch"), tr("tokens go to 256 experts")},
        {"moe-combine", tr("Expert combine"), tr("and come back as BF16")},
        {"kv-transfer", tr("Cache transfer"), tr("256 MiB from each of 32 dies to 320")},
        {"permutation", tr("Permutation"), tr("each die sends to one other")},
        {"incast", tr("Incast"), tr("767 dies send to one")},
        {"hotspot", tr("Hot spot"), tr("a tenth of all bytes goes to one die")},
        {"point-to-point", tr("One pair"), tr("one die reads 1 MiB of another")},
        {"drawn-flows", tr("Three drawn flows"), tr("two share a receiver, one takes RDMA")},
    };
}

} // namespace

std::vector<Option> presetOptions() {
    std::vector<Option> options = told();
    for (const std::string& name : builtinScenarioNames()) {
        const QString id = QString::fromStdString(name);
        if (std::none_of(options.begin(), options.end(), [&](const Option& o) { return o.id == id; }))
            options.push_back({id, id, {}});
    }
    return options;
}

std::vector<Option> modelOptions() {
    std::vector<Option> options;
    for (const ModelPtr& model : builtinModels())
        options.push_back({QString::fromStdString(model->id), QString::fromStdString(model->name),
                           QString::fromStdString(model->maker)});
    return options;
}

} // namespace supernode

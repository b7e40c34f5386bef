// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/workload_table.h"

#include "model/scenario/knobs.h"
#include "views/panels/question_words.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

template <std::size_t... kinds>
Workload emptyOf(std::string_view kind, std::index_sequence<kinds...>) {
    Workload made = AllToAll{};
    const auto take = [&](auto empty) {
        if (empty.kind == kind)
            made = empty;
    };
    (take(std::variant_alternative_t<kinds, Workload>{}), ...);
    return made;
}

QString count(double number) { return exact(number); }

// "all 384 NPUs", "160 NPUs".
QString chipsText(int chips, const SystemSpec& system) {
    const QString words = word(system.chip.word + "s");
    return chips > 0 ? tr("%1 %2").arg(count(chips), words)
                     : tr("all %1 %2").arg(count(system.chips()), words);
}

QString ranksText(int ranks, const SystemSpec& system) {
    return plural(system.chip.endpointWord, ranks > 0 ? ranks : system.endpoints());
}

// One overload for each kind; `model` is used by language workloads alone.
struct Summary {
    const SystemSpec& system;
    const QString& model;

    QString size(Bytes bytes) const { return byteSize(bytes); }
    QString operator()(const AllToAll& w) const {
        return supernode::tr("%1, %2 each").arg(ranksText(w.ranks.count, system), size(w.bytes));
    }
    QString operator()(const Permutation& w) const {
        return supernode::tr("%1 each, seed %2").arg(size(w.bytes)).arg(w.seed);
    }
    QString operator()(const Incast& w) const {
        return supernode::tr("%1 each to %2")
            .arg(size(w.bytes), w.to.empty() ? supernode::tr("one %1").arg(word(system.chip.endpointWord))
                                             : QString::fromStdString(w.to));
    }
    QString operator()(const Hotspot& w) const {
        return supernode::tr("%1 each, %2 to one %3")
            .arg(size(w.bytes), withUnit(exact(w.share * 100), QStringLiteral("%")),
                 word(system.chip.endpointWord));
    }
    QString operator()(const PointToPoint& w) const {
        const QString verb = w.operation == Operation::Read    ? supernode::tr("reads")
                             : w.operation == Operation::Write ? supernode::tr("writes")
                                                               : supernode::tr("sends");
        return supernode::tr("one %1 %2 %3").arg(word(system.chip.endpointWord), verb, size(w.bytes));
    }
    template <class W>
    requires requires(W w) { w.algorithm; }
    QString operator()(const W& w) const {
        return supernode::tr("%1, %2, %3")
            .arg(ranksText(w.ranks.count, system), size(w.bytes), word(std::string(toWord(w.algorithm))));
    }
    template <class W>
    requires requires(W w) { w.route; }
    QString operator()(const W& w) const {
        return supernode::tr("%1, %2 tokens each, %3")
            .arg(ranksText(w.route.ranks.count, system), count(w.route.tokensPerRank),
                 QString::fromLatin1(toWord(w.element).data()).toUpper());
    }
    QString operator()(const KvTransfer& w) const {
        return supernode::tr("%1 each, %2 to %3 %4s")
            .arg(size(w.bytes), count(w.senders), count(w.receivers), word(system.chip.endpointWord));
    }
    QString operator()(const Decode& w) const {
        const QString batch = w.batchPerChip > 0 ? supernode::tr("batch %1").arg(count(w.batchPerChip))
                                                 : supernode::tr("full batch");
        return supernode::tr("%1, %2, %3").arg(model, chipsText(w.chips, system), batch);
    }
    QString operator()(const Prefill& w) const {
        return supernode::tr("%1, %2, prompts of %3")
            .arg(model, chipsText(w.chips, system), count(w.promptTokens));
    }
    QString operator()(const Serving& w) const {
        return supernode::tr("%1, %2 requests/s").arg(model, count(w.arrivalsPerSecond));
    }
    QString operator()(const TrainingStep& w) const {
        return supernode::tr("%1, %2, TP %3, PP %4")
            .arg(model, chipsText(w.chips, system), count(w.tensorParallel), count(w.pipelineParallel));
    }
    QString operator()(const Flows& w) const {
        return supernode::tr("%1 flows drawn by hand").arg(count(static_cast<double>(w.list.size())));
    }
    QString operator()(const Specification&) const { return supernode::tr("data sheet only"); }
};

// The largest power of two that is at most `most`.
int powerOfTwoUpTo(int most) {
    int power = 1;
    while (power * 2 <= most)
        power *= 2;
    return power;
}

void suit(Workload& workload, const SystemSpec& system) {
    const int chips = system.chips(), endpoints = system.endpoints();
    if (auto* w = std::get_if<Decode>(&workload)) {
        w->chips = std::min(160, chips);
        w->batchPerChip = 96;
        w->mtpAcceptance = 0.7;
    } else if (auto* prefill = std::get_if<Prefill>(&workload)) {
        prefill->chips = std::min(16, chips);
    } else if (auto* serving = std::get_if<Serving>(&workload)) {
        if (chips < 256) { // a quarter for decode, in half as many parts for prefill
            serving->decodeChips = std::max(1, chips / 2);
            serving->prefillChips = std::max(1, chips / 9);
            serving->prefillInstances = 4;
        }
        serving->firstTokenLimitMs = 4000;
        if (!system.has(serving->transferNetwork))
            serving->transferNetwork = Network::ScaleUp;
    } else if (auto* training = std::get_if<TrainingStep>(&workload)) {
        // A chip with little memory of its own shares the model with more others.
        training->pipelineParallel = chips >= 256 ? 4 : chips >= 32 ? 2 : 1;
    } else if (auto* kv = std::get_if<KvTransfer>(&workload)) {
        kv->senders = std::min(32, std::max(1, endpoints / 9));
        kv->receivers = std::min(320, std::max(1, endpoints - endpoints / 9));
        if (!system.has(kv->network))
            kv->network = Network::ScaleUp;
    }
    std::visit(
        [&](auto& w) {
            if constexpr (requires { w.route; })
                w.route.ranks.count = std::min(256, powerOfTwoUpTo(endpoints));
        },
        workload);
}

} // namespace

std::vector<WorkloadGroup> workloadGroups() {
    return {WorkloadGroup::Moving, WorkloadGroup::Collectives, WorkloadGroup::Experts,
            WorkloadGroup::Language};
}

QString titleOf(WorkloadGroup group) {
    switch (group) {
    case WorkloadGroup::Collectives:
        return tr("Collectives");
    case WorkloadGroup::Experts:
        return tr("Experts and caches");
    case WorkloadGroup::Language:
        return tr("Language models");
    case WorkloadGroup::Moving:
        break;
    }
    return tr("Moving data");
}

std::vector<WorkloadRow> workloadRows() {
    using enum WorkloadGroup;
    return {
        {Moving, AllToAll::kind, tr("All-to-all"), {"bytes", "operation"}},
        {Moving, Permutation::kind, tr("Permutation"), {"bytes", "seed", "operation"}},
        {Moving, Incast::kind, tr("Incast"), {"bytes", "operation"}},
        {Moving, Hotspot::kind, tr("Hot spot"), {"bytes", "share", "operation"}},
        {Moving, PointToPoint::kind, tr("Point to point"), {"bytes", "operation", "scope", "target"}},
        {Collectives, AllReduce::kind, tr("All-reduce"), {"bytes", "ranks", "algorithm"}},
        {Collectives, AllGather::kind, tr("All-gather"), {"bytes", "ranks", "algorithm"}},
        {Collectives, ReduceScatter::kind, tr("Reduce-scatter"), {"bytes", "ranks", "algorithm"}},
        {Collectives, Broadcast::kind, tr("Broadcast"), {"bytes", "ranks", "algorithm"}},
        {Experts, MoeDispatch::kind, tr("Expert dispatch"), {"tokens_per_rank", "ranks", "zipf"}},
        {Experts, MoeCombine::kind, tr("Expert combine"), {"tokens_per_rank", "ranks", "zipf"}},
        {Experts, KvTransfer::kind, tr("Cache transfer"), {"bytes", "senders", "network"}},
        {Language, Decode::kind, tr("Decode"), {"model", "batch_per_chip", "context_tokens", "chips"}},
        {Language, Prefill::kind, tr("Prefill"), {"model", "prompt_tokens", "cached_fraction", "chips"}},
        {Language,
         Serving::kind,
         tr("Serving"),
         {"model", "arrivals_per_second", "prompt_tokens", "output_tokens"}},
        {Language,
         TrainingStep::kind,
         tr("Training step"),
         {"model", "global_batch", "pipeline_parallel", "tensor_parallel"}},
    };
}

const WorkloadRow* rowOf(const std::vector<WorkloadRow>& rows, const Workload& workload) {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const WorkloadRow& row) { return row.kind == kindOf(workload); });
    return found == rows.end() ? nullptr : &*found;
}

Workload freshWorkload(std::string_view kind, const SystemSpec& system, const Workload& like) {
    if (kindOf(like) == kind)
        return like;
    Workload made = emptyOf(kind, std::make_index_sequence<std::variant_size_v<Workload>>{});
    suit(made, system);
    if (const std::string* model = modelIn(like); model && modelIn(made))
        made = withWord(made, "model", *model).value();
    // A single large message and a share of each rank's buffer are different things.
    if (sizeOf(like).base() > 0 && sizeOf(made).base() > 0 && kind != KvTransfer::kind &&
        kindOf(like) != KvTransfer::kind)
        made = withOperation(withSize(made, sizeOf(like)), operationOf(like));
    return made;
}

QString summaryOf(const Workload& workload, const SystemSpec& system, const QString& model) {
    return std::visit(Summary{system, model}, workload);
}

QString whyNot(std::string_view field, std::string_view said, const SystemSpec& system) {
    const QString name = QString::fromStdString(system.name);
    const bool read = field == "operation" && said == "read" && !system.transfer.readShare;
    const bool write = field == "operation" && said == "write" && !system.transfer.writeShare;
    if (read || write)
        return tr("Nobody published how fast %1 does this.").arg(name);
    if (field == "target" && said == "cpu" && !system.fabric.cpuBandwidth)
        return tr("The CPUs of %1 are not on this network.").arg(name);
    Network network = Network::ScaleUp;
    if (field.ends_with("network") && fromWord(said, network) && !system.has(network))
        return tr("%1 has no such network.").arg(name);
    return {};
}

} // namespace supernode

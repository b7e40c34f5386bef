// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/model_file.h"

#include "app/files/fact_json.h"
#include "app/files/sources.h"

namespace supernode {
namespace {

class ModelReader {
public:
    ModelReader(JsonObject& top, ModelSpec& model) : m_model(model) {
        open(top, "shape");
        openIfThere(top, "grouped_attention", model.grouped);
        openIfThere(top, "latent_attention", model.latent);
        openIfThere(top, "dense_ffn", model.dense);
        openIfThere(top, "experts", model.experts);
        open(top, "published");
        visitModelFacts(model, *this);
        for (auto& [name, part] : m_parts)
            part.done();
    }

    void operator()(std::string_view path, Count& count) {
        JsonObject object = part(path).object(leaf(path));
        if (object.present())
            readFact(object, m_model.sources, count);
    }
    void operator()(std::string_view path, std::optional<Count>& count) {
        if (part(path).has(leaf(path)))
            (*this)(path, count.emplace());
    }

private:
    void open(JsonObject& top, const char* name) { m_parts.emplace(name, top.object(name)); }
    template <class Part>
    void openIfThere(JsonObject& top, const char* name, std::optional<Part>& spec) {
        if (!top.has(name))
            return;
        open(top, name);
        spec.emplace();
    }
    static std::string_view leaf(std::string_view path) { return path.substr(path.find('.') + 1); }
    JsonObject& part(std::string_view path) { return m_parts.find(path.substr(0, path.find('.')))->second; }

    ModelSpec& m_model;
    std::map<std::string, JsonObject, std::less<>> m_parts;
};

void readHead(JsonObject& top, ModelSpec& model) {
    model.id = top.text("id");
    if (!isFileId(model.id))
        top.refuse("id", "\"" + model.id + "\" cannot name a model",
                   "give lower-case letters, digits and hyphens");
    model.name = top.text("name");
    model.maker = top.text("maker");
    model.sources = readSources(top);
}

} // namespace

Result<ModelSpec> readModel(std::string_view json) {
    using Answer = Result<ModelSpec>;
    JsonFile file(json);
    JsonObject& top = file.top();
    std::vector<Issue>& issues = file.issues();
    if (!file.readable())
        return Answer::refused(issues);
    ModelSpec model;
    file.expectKind("model");
    readHead(top, model);
    const ModelReader reader(top, model);
    top.done();
    if (issues.empty())
        issues = check(model);
    if (!issues.empty())
        return Answer::refused(std::move(issues));
    return model;
}

} // namespace supernode

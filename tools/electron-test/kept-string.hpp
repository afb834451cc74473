#pragma once
#include <napi.h>

/** A persistent string below Node-API 10: references may only go to objects there, so the string lies in an array. */
class KeptString {
public:
  KeptString() = default;
  KeptString(Napi::String text) {
    Napi::Array box = Napi::Array::New(text.Env(), 1);
    box.Set(0u, text);
    reference = Napi::Persistent(box.As<Napi::Object>());
  }
  Napi::String Value() const { return reference.Value().Get(0u).As<Napi::String>(); }

private:
  Napi::ObjectReference reference;
};

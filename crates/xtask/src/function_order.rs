//! Puts similar functions of a module next to each other, so that it compresses better: the browser does not care for their order.

use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// How many bytes in a row are compared. Of the lengths tried, this one made the program on the phone smallest.
const SHINGLE: usize = 4;

/// How many rows of bytes a function is known by. More take longer and make no program smaller.
const PARTS: usize = 256;

/// The module with its functions in an order in which each is followed by the one, of those that are left, that it is most like.
pub fn group_similar_functions(module: &[u8]) -> Result<Vec<u8>, String> {
    let (imported, bodies) = functions(module).map_err(|why| format!("the module can't be read: {why}"))?;
    let order = order(&bodies);
    // An index counts the imported functions first, whose order stays.
    let mut new_indices: Vec<u32> = (0..imported).collect();
    new_indices.resize(new_indices.len() + order.len(), 0);
    for (new, old) in (imported..).zip(&order) {
        new_indices[imported as usize + old] = new;
    }
    let mut ordered = Module::new();
    let mut reencoder = Reordering { order, new_indices };
    utils::parse_core_module(&mut reencoder, &mut ordered, Parser::new(0), module)
        .map_err(|why| format!("the module can't be written again: {why}"))?;
    Ok(ordered.finish())
}

/// The number of imported functions, and the code of each of the others.
fn functions(module: &[u8]) -> Result<(u32, Vec<&[u8]>), wasmparser::BinaryReaderError> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(&module[body.range()]),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// The indices of the functions in their new order, which begins with the largest.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let sketches: Vec<Sketch> = bodies.iter().map(|body| sketch(body)).collect();
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order = Vec::with_capacity(bodies.len());
    let mut next = left.iter().copied().max_by_key(|function| bodies[*function].len());
    while let Some(function) = next {
        left.retain(|other| *other != function);
        order.push(function);
        let likeness = |other: &usize| (likeness(&sketches[function], &sketches[*other]), std::cmp::Reverse(*other));
        next = left.iter().copied().max_by_key(likeness);
    }
    order
}

/// A sample of the rows of bytes in a function: of each part of all possible rows, the one with the smallest hash.
type Sketch = [u32; PARTS];

/// No row of a part is in the function.
const NONE: u32 = u32::MAX;

fn sketch(body: &[u8]) -> Sketch {
    let mut sketch = [NONE; PARTS];
    for row in body.windows(SHINGLE) {
        let hash = row
            .iter()
            .fold(0u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29));
        let part = &mut sketch[(hash >> 32) as usize % PARTS];
        *part = (*part).min(hash as u32);
    }
    sketch
}

/// What two functions have in common of all that either has (the Jaccard index), in millionths, as far as their samples tell.
fn likeness(one: &Sketch, other: &Sketch) -> u32 {
    let (mut common, mut all) = (0, 0);
    for (one, other) in one.iter().zip(other) {
        all += u32::from(one & other != NONE);
        common += u32::from(one == other && *one != NONE);
    }
    common * 1_000_000 / all.max(1)
}

/// Writes a module again with its functions in another order.
struct Reordering {
    /// For each place, the old index of the function that comes there, without the imported ones.
    order: Vec<usize>,
    /// For each old index, imported ones included, the new one.
    new_indices: Vec<u32>,
}

impl Reencode for Reordering {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.new_indices.get(function as usize).copied().unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        self.order.iter().for_each(|old| _ = functions.function(types[*old]));
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies: Vec<_> = section.into_iter().collect::<Result<_, _>>()?;
        for old in self.order.clone() {
            self.parse_function_body(code, bodies[old].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_function_is_followed_by_the_one_it_is_most_like() {
        let bodies: [&[u8]; 5] = [b"abcdefgh", b"12345678xyz", b"abcdefgX", b"1234567", b"abcdeYYY"];
        assert_eq!(order(&bodies), [1, 3, 0, 2, 4]);
        assert_eq!(order(&[]), [0; 0]);
    }

    /// A module whose exported functions give numbers, one by calling another.
    #[test]
    fn calls_and_exports_name_the_same_functions_as_before() {
        let mut module = walrus::Module::default();
        let mut functions = Vec::new();
        for number in [7, 70_000] {
            let mut builder = walrus::FunctionBuilder::new(&mut module.types, &[], &[walrus::ValType::I32]);
            builder.func_body().i32_const(number);
            functions.push(builder.finish(Vec::new(), &mut module.funcs));
        }
        let mut builder = walrus::FunctionBuilder::new(&mut module.types, &[], &[walrus::ValType::I32]);
        builder.func_body().call(functions[0]);
        functions.push(builder.finish(Vec::new(), &mut module.funcs));
        for (name, function) in ["seven", "many", "call"].into_iter().zip(&functions) {
            module.exports.add(name, *function);
        }
        let before = module.emit_wasm();
        let after = group_similar_functions(&before).expect("a module");
        assert_ne!(after, before);
        assert_eq!(code_of_exports(&after), code_of_exports(&before));
    }

    /// The name of each export, and the code of its function with the code of what that calls in place of an index.
    fn code_of_exports(module: &[u8]) -> Vec<(String, String)> {
        let (imported, bodies) = functions(module).expect("a module");
        assert_eq!(imported, 0);
        let mut exports = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            if let Payload::ExportSection(section) = payload.expect("a module") {
                for export in section {
                    let export = export.expect("an export");
                    exports.push((export.name.to_owned(), code(&bodies, export.index)));
                }
            }
        }
        exports
    }

    fn code(bodies: &[&[u8]], function: u32) -> String {
        let body = wasmparser::FunctionBody::new(wasmparser::BinaryReader::new(bodies[function as usize], 0));
        let operators = body.get_operators_reader().expect("code");
        let text = operators.into_iter().map(|operator| match operator.expect("code") {
            wasmparser::Operator::Call { function_index } => code(bodies, function_index),
            other => format!("{other:?};"),
        });
        text.collect()
    }
}
